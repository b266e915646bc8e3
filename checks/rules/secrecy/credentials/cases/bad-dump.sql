CREATE TABLE `sys_user` (`id` int, `login_name` varchar(32), `password` varchar(64));
INSERT INTO `sys_user` VALUES (1,'zhangwei','Lan#2026ql'),(2,'admin','Ma@qinglan8');
INSERT INTO other (id, title) VALUES (1, '关于错时上班的通知');
