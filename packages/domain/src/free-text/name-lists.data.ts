/**
 * Short lists, by hand, of what stands before a name or is one, for the countries where programmes of this kind work.
 * They are not complete and need not be: they decide whether to warn.
 */

/** Forms of address; the name follows with a capital. */
export const TITLES =
  "Mr|Mrs|Ms|Miss|Mister|Madam|Madame|Sir|Dr|Doctor|Prof|Professor|Nurse|Sister|Brother|Pastor|Reverend|Rev|Father|Imam|Sheikh|Chief|Auntie|Aunty|Aunt|Uncle|Mama|Baba|Bibi|Bwana|Mzee|Mwalimu|Ndugu|Dada|Kaka|Ibu|Bu|Bapak|Pak|Mbak|Mas|Kak|Bang|Mbah|Nyonya|Ny|Tuan|Tn|Sdr|Sdri|Saudara|Saudari|Haji|Hajah|Ustadz|Ustaz|Gogo|Ntate|Mme|Alhaji|Alhaja|Mallam";

/** Relations; the name follows with a capital. */
export const RELATIONS =
  "wife|husband|partner|boyfriend|girlfriend|mother|father|mum|mom|dad|son|daughter|sister|brother|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|friend|neighbou?r|client|patient|participant|volunteer|counsellor|nurse|suami|istri|isteri|ibunya|ayahnya|anaknya|adiknya|kakaknya|temannya|pasien|klien|mke|mume|rafiki|dada|kaka|mtoto|mgonjwa";

/** Words that say that a name follows. */
export const NAMING =
  "named|called|name is|name's|goes by|known as|bernama|namanya|nama|panggilan|dipanggil|anaitwa|jina lake|jina|real name|spoke (?:to|with)|met(?: with)?|visited|phoned|rang|asked for|contact";

/** Given names that are no other words. */
export const GIVEN_NAMES =
  "Abdul Abdullah Abdi Abebe Abena Achieng Adaeze Adam Adebayo Adhiambo Agnes Agus Ahmad Ahmed Aisha Aisyah Akinyi Akoth Akua Alex Alexander Alice Ali Amanda Ama Amara Amina Aminah Amir Amos Andi Andrew Anita Ann Anna Anne Anthony Arif Arjun Asha Atieno Awa Ayesha Ayu Bambang Barasa Beatrice Benjamin Bernard Betty Bongani Brenda Brian Budi Caroline Catherine Charles Chebet Chepkemoi Chidi Chinedu Chioma Chipo Christine Chukwu Citra Daniel David Deborah Dennis Desta Dewi Diana Dimas Dinesh Dorcas Doris Dorothy Edward Eko Elizabeth Emeka Emily Emmanuel Esther Eunice Evelyn Fadhila Farida Fatima Fatimah Fatou Fatuma Femi Fikile Fitri Florence Francis Frida Funmi Gathoni George Gloria Godfrey Habiba Hadiza Halima Hamisi Hannah Hassan Hawa Hendra Henry Ibrahim Ifeoma Indah Irene Isaac Ismail Jacinta Jackson Jacob James Jane Janet Jaya Jelani Jennifer Jessica Joan John Johnson Joko Jonathan Joseph Josephine Joshua Joyce Juma Kagiso Kamau Karanja Kariuki Kartika Kelvin Kevin Khadija Khalid Kimani Kipchoge Kofi Kwame Lakshmi Lerato Lilian Linda Lindiwe Lucia Lucy Lukas Lulu Lydia Made Mamadou Margaret Maria Mariam Martha Martin Mary Maryam Mathias Matthew Mbali Mercy-Ann Michael Miriam Mohamed Mohammed Monica Moses Muhammad Mukami Musa Mwangi Mwende Nadia Naledi Nambi Nancy Naomi Neema Ngozi Nicholas Njeri Njoroge Nkechi Nomsa Nomvula Nyambura Nyawira Obinna Ochieng Odhiambo Okello Okoth Olga Oluwaseun Omar Onyango Oscar Otieno Ouma Patricia Patrick Paul Paula Peter Philip Phiri Pooja Priya Putri Rachel Rahma Rahmat Rahul Raj Ratna Rebecca Richard Rini Rizky Robert Rohani Rukia Ruth Salim Sally Salma Samuel Sandra Santoso Sara Sarah Sari Saskia Sekou Selina Shanice Sharon Siddharth Simon Siti Sipho Slamet Solomon Sophia Stella Stephen Steven Sunita Surya Susan Susi Syarifah Sylvia Tabitha Taiwo Tamika Tatu Temba Thabo Thandi Themba Thomas Timothy Tono Tumelo Tutik Udin Umar Usman Uche Veronica Victoria Vincent Violet Virginia Wafula Wahyu Wairimu Wambui Wangari Wanjiku Wanjiru Wati Wayan William Winnie Yani Yanti Yaw Yohana Yosef Yuni Yusuf Zainab Zanele Zawadi Zodwa Zuhura";

/** Given names that are other words too: they count only where no sentence begins. */
export const WORDLIKE_NAMES =
  "Blessing Comfort Faith Fortune Gift Goodness Grace Happiness Hope Innocent Joy Justice Knowledge Lovely Mercy Patience Peace Precious Prince Princess Prosper Prudence Purity Rose Ruby Wisdom";

/** Chinese family names in Latin letters; a second capitalised word makes them a name. */
export const PINYIN_SURNAMES =
  "Wang|Zhang|Liu|Chen|Yang|Huang|Zhao|Zhou|Xu|Sun|Zhu|Lin|Guo|Luo|Liang|Song|Zheng|Xie|Tang|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Pan|Yuan|Cai|Jiang|Du|Ye|Cheng|Wei|Su|Ren|Lu|Ding|Yao|Shen|Zhong|Cui|Tan|Lau|Wong|Chan|Cheung|Leung|Ng|Kwok|Tsang|Li|Ma|Hu|Gao|He|Wu|Yu";

/** Chinese family names before a title. */
export const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范石廖贾韦夏付方邹熊白孟秦邱江侯邵尹薛阎段雷钱汤龙黎史陶贺顾毛郝龚万严武戴莫孔向";

/** Those that are seldom part of another word: enough after 小, 老 or 阿, and before a given name. */
export const CLEAR_SURNAMES =
  "王李张刘陈杨赵吴周徐孙朱胡郭何林罗梁郑谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范廖贾韦邹孟秦邱侯邵尹薛阎段钱黎陶贺顾郝龚戴";

/** What Chinese people are addressed with, after the family name. */
export const CHINESE_TITLES =
  "先生|女士|小姐|太太|夫人|阿姨|叔叔|大爷|大妈|大娘|大哥|大姐|大叔|师傅|老师|医生|大夫|护士|主任|院长|护士长|经理|校长|书记|队长|同志|同学|志愿者|哥|姐|姨|叔|某某?";

/** Characters that given names are made of. */
export const GIVEN_CHARACTERS =
  "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂兰玉萍红玲芬燕彬波斌宇浩凯健俊帆雪荣爱琴婷慧莹云莲真环雅芝媛洁梅琳素玮峰辉力明永志义兴良海山仁宁贵福生龙元全国胜学祥才发武新利清飞富顺信子庆建华文春晓佳嘉欣怡琪梦思雨泽轩涵睿博诗婉晨阳鑫鹏旭楠瑞倩颖露瑶凤香月莺翠珍贞莉美惠珠雯岚苗菊勤珊莎锦黛青姣珂璐舒悦昊然";

/** Words of two characters that look like a family and a given name and are none. */
export const NOT_NAMES =
  "高兴|高明|高新|平安|文明|安静|黄金|白天|方便|方法|石海|江山|江海|何时|何种|何况|何去|任何|余生|余力|任义|任意|许多|程序|罗列|曾经|周全|周明|周生|周年|张力|张贴|张开|张望|徐徐|胡子|胡思|钱才|顾全|严明|严重|成为|谢谢|应该|段子|杜绝|陆续|陆海|汤力|龙海|马力|宋体|唐山|苏州|梁山|沈阳|贺信|陶瓷|林子|叶子|孙子|孙女|李子|杨梅|梅花|杨树|黎明|钟情|秦皇|夏天|夏春|冬春|国家|学生|发生|医生|先生|一生|陈旧|陈列|陈述|何以|任务|彭湃|范文|蔡文|许可|丁香|韩国|朱红|曹操|谭子|邓子|何人|许愿|周期|周末|周边|周日|周天|任职|苏醒|卢布|赵国|吴国|魏国|秦国|宋国|韩文|汪洋|侯平";
