/** Family names that begin ordinary words as often as names of people, or are such words: `和`, `经`, `时`. */
export const ORDINARY_SURNAMES: ReadonlySet<string> = new Set(
  '申怀习危尚慎丰代付植符储焦祖印宿索赖蒙闻劳堵广利巩融爱晋畅揭迟诸和墨秋经万时段文公查于从方高白安常成明曾年同有后全向应易双水金江关华平元通能相都连益计解支终强单管当居步利车储包党东项温满空石田汤阳黄叶路马牛鱼花谷米乐家生冷火古房官家景洪莫农别初国来干强权宣充红仰仪仲任便养冀勾化却台司商国城宗宰容封居左巢师年库建弘归戎战房扶折护慎撒敬暴曲朗本权束松林桑栗栾梁梅楚毋毛水汪沙河洪浦海涂湛满熊牧狄班琴甘生留盖益盛相真眭空童符简籍终羊羿翁老肖胡能舒良艾节苍英范荀荣药莘萧蓝虎虞表衡解言计记让谈谭贝贡费赏越车辛边过运连通道那邻都都重银长门闫阙附隆雍雪雷革韶项顺须颜饶首香马高鲜鹿麦麻黎齐龙户支初单干',
);

/** Characters that given names are made of. */
const GIVEN = new Set(
  '伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙全国胜学祥才武新利清飞彬富顺信杰涛昌成康星光天达安岩茂进林坚彪博诚先敬震振壮思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固翰朗伯宏若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士建家树炎德泰盛雄琛钧冠腾楠榕航弘秀娟英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰凤洁梅琳素云莲真环雪荣爱霞香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵艺咏卿聪澜纯毓悦昭冰爽琬茗羽希欣滢馥筠柔竹霭凝晓霄枫芸菲寒伊亚宜可舒影荔丽根旺财喜来长立正守远大小少开朝阳晗萱涵轩梓睿宇皓铭诗语嫣曦雨桐佑昊诺墨熙银花金定祖宗耀运迎仙兵敏芹孝忠礼智廉宝鸿听采梧照野知遥渊谷樵予柠景行晚棠望怀拾禾水火土木石虎牛羊马凯彦恒培萌婧妤芷妙依沐瑜祺逸骏恩弈奕禹尧瀚淇玥珂甜圆心贝朵盼娃妞弟吉丰泉溪岭柏枫杨柳榆桃李杏增存发栓锁拴柱社跃进援越卫革奋斗鼎钢铁铜锋锐钟铃铮祯祺禄寿禧鹤鹭鸥鹰燕雀莺凰麟骥骞腾跃升满秋冬夏虹彤媚鑫森淼焱炜煜烨灿炳煌熠燃炯有田占得道贤堂宪仕儒秉传继绪嗣庭廷殿魁勋爵榜科甲迪沛沁沂泓洋津浚淳渝湘滨潇澄濡炫珏珣琪瑛璇皎盈睦笑筱紫缨翎芮苒茵荟莹萃葵蕙蝶赫轶迅郁钰锴镇闻隽霏靖韬颂飒驰骁姗婀嫒孜宛寅尚峥峻崇巍帆帅彰征恺悠惟愉慈慕懿扬捷斐旻昀昂昕显晖晞暄朔权杉杞柯栩桓楷榛樱歆殷招改领连焕录',
);

/** Whether given names are made of a character. */
export const isGivenCharacter = (character: string): boolean => GIVEN.has(character);

/** Whether a full name is one by its characters: its family name is nothing else, or its given name is made of what given names are. */
export const looksLikeName = (name: string): boolean =>
  !ORDINARY_SURNAMES.has(name[0]!) || [...name].slice(1).every((character) => GIVEN.has(character));
