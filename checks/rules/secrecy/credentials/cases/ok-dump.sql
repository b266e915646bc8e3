CREATE TABLE sys_user (id int, login_name varchar(32), password varchar(64));
INSERT INTO sys_user VALUES (1,'admin','5f4dcc3b5aa765d61d8327deb882cf99');
INSERT INTO notice (id, title) VALUES (1, '关于错时上班的通知');
