/**
 * Every syllable of pinyin with the first character that Chinese sorts under it: of the characters of GB 2312 all but some twenty
 * stand between the right ones.
 */
const FIRST = [
  'a吖ai哎an安ang肮ao凹ba八bai掰ban扳bang邦bao勹bei卑ben奔beng崩bi逼bian边biao灬bie憋bin玢bing冫bo拨bu卜ca嚓cai猜can参cang仓cao操ce册cen岑ceng噌',
  'cha叉chai拆chan觇chang伥chao抄che车chen抻cheng柽chi吃chong充chou抽chu出chuai揣chuan巛chuang疮chui吹chun春chuo踔ci呲cong匆cou凑cu粗',
  'cuan汆cui崔cun村cuo搓da哒dai呆dan丹dang当dao刀de得deng地di氐dia嗲dian掂diao刁die铫ding丁diu丢dong东dou都du嘟duan端dui堆dun吨duo多e婀ei诶en恩',
  'er儿fa发fan帆fang匚fei飞fen分feng丰fou缶fu夫ga旮gai该gan甘gang冈gao皋ge戈gei给gen根geng庚gong工gou勾gu估gua瓜guai乖guan关guang光gui归gun鳜',
  'guo呙ha哈hai咳han顸hang夯hao蒿he诃hei黑hen痕heng亨hong轰hou侯hu乎hua花huai怀huan欢huang肓hui灰hun昏huo耠ji丌jia加jian戋jiang江jiao艽jie阶',
  'jin巾jing京jiong冂jiu纠ju居juan娟jue噘jun军ka咔kai开kan刊kang康kao尻ke苛ken肯keng吭kong空kou抠ku刳kua夸kuai蒯kuan宽kuang匡kui亏kun坤kuo扩',
  'la垃lai来lan兰lang啷lao捞le仂lei了leng塄li哩lia俩lian奁liang良liao撩lie咧lin拎ling伶liu溜long龙lou娄lu噜lv驴luan娈lun抡luo罗ma妈mai埋man颟',
  'mang邙mao猫me么mei没men门meng虻mi咪mian宀miao喵mie乜min民ming名miu谬mo摸mou哞mu毪na拿nai乃nan囡nang囔nao孬ne疒nei馁nen恁neng能ng嗯ni妮nian拈',
  'niang娘niao鸟nie捏nin您ning宁niu妞nong农nou耨nu奴nv女nve暖nuo挪o喔ou讴pa趴pai拍pan潘pang乓pao抛pei呸pen喷peng怦pi丕pian偏piao剽pie氕pin姘',
  'ping乒po钋pou剖pu仆qi七qia掐qian千qiang慊qiao悄qie且qin亲qing青qiong邛qiu丘qu区quan悛que炔qun逡ran蚺rang禳rao娆re惹ren人reng葚ri日rong戎',
  'rou柔ru如ruan阮rui蕤run闰ruo若sa仨sai塞san三sang桑sao搔se色sen森seng僧sha杀shai筛shan山shang伤shao捎she奢shen歙sheng升shi尸shou收shu书',
  'shua刷shuai衰shuan闩shuang双shui水shun吮shuo说si厶song忪sou嗖su苏suan狻sui虽sun孙suo唆ta他tai胎tan坍tang汤tao涛te忑teng疼ti剔tian天tiao佻',
  'tie帖ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo乇wa挖wai歪wan弯wang尢wei危wen温weng翁wo挝wu乌xi夕xia呷xian仙xiang乡xiao枭xie些xin心xing星',
  'xiong凶xiu休xu吁xuan轩xue靴xun勋ya丫yan恹yang央yao幺ye掖yi一yin因ying应yo哟yong佣you优yu纡yuan鸢yue曰yun晕za匝zai灾zan糌zang赃zao遭ze则zei贼',
  'zen怎zeng增zha扎zhai斋zhan沾zhang张zhao钊zhe蜇zhen贞zheng争zhi之zhong中zhou州zhu朱zhua抓zhuai拽zhuan专zhuang妆zhui隹zhun肫zhuo拙zi孜',
  'zong宗zou邹zu租zuan钻zui嘴zun尊zuo嘬',
].join('');

const syllables = [...FIRST.matchAll(/([a-z]+)(\P{ASCII})/gu)].map(([, syllable, first]) => ({ syllable: syllable!, first: first! }));
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');
const known = new Map<string, string>();

/** How a character sounds, without tones and without what many do not tell apart: zh, ch, sh and z, c, s; -ng and -n; l and n. */
export function soundOf(character: string): string {
  let sound = known.get(character);
  if (sound === undefined) {
    const isHan = /\p{Script=Han}/u.test(character);
    const after = isHan ? syllables.findIndex(({ first }) => collator.compare(first, character) > 0) : 0;
    sound = isHan ? blur(syllables.at(after < 0 ? -1 : Math.max(0, after - 1))!.syllable) : character;
    known.set(character, sound);
  }
  return sound;
}

const blur = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/ng$/u, 'n')
    .replace(/^l/u, 'n');
