//! What holds for all commands, in a few words each: `liandong help 日期`.

use crate::text::Text;

/// Something that is explained apart from commands.
pub(super) struct HelpTopic {
    pub(super) name: &'static str,
    pub(super) zh: &'static str,
    pub(super) title: Text,
    pub(super) text: Text,
}

pub(super) static TOPICS: &[HelpTopic] = &[
    HelpTopic {
        name: "dates",
        zh: "日期",
        title: Text::fixed("日期和时段怎样写", "How days and periods are written"),
        text: Text::fixed(
            "日期：2025-03-01、2025/3/1、2025年3月1日、20250301；也可不写年份：3月1日、3-1；今天、昨天、前天、明天。\n不写年份的，发生过的事不取半年以后，期限、计划不取半年以前：一月里说 11月3日 发生，是去年；十二月里说 1月10日 到期，是明年。\n时刻：日期后面加 18:30。\n时段（--during，--since、--until 亦可）：今年、去年、本月、上月、本季度、上季度、本周、上周、上半年、\n5月、2025年、2025年5月、2025年第2季度、2025-05、2025-Q2、2025-H1、2025-W07。",
            "Days: 2025-03-01, 2025/3/1, 20250301; without its year 3-1; today, yesterday, tomorrow.\nWithout its year what happened does not lie more than half a year ahead, a term or a plan not more than half a year behind:\n11-3 is the last one where it happened and is told in January, 1-10 the next one where a term is set in December.\nMoments: 18:30 after a day.\nPeriods (--during; --since and --until take them too): this year, last year, this month, last month, this quarter, last\nquarter, this week, last week, 2025, 2025-05, 2025-Q2, 2025-H1, 2025-W07.",
        ),
    },
    HelpTopic {
        name: "records",
        zh: "记录",
        title: Text::fixed("怎样指明一条记录", "How a record is named"),
        text: Text::fixed(
            "任何表里印出的叫法都可以写：隐患 2025-应急-001、应急/1、hazards/2025/yingji/001、\n文件的发文字号（云区函〔2025〕65号，括号不论）、矿山的名称或曾用名、单位的简称、草稿的名字。\n同名的有几条时会列出来，不会替您选。分项写 #2：会议 2025-安委办-001#2。",
            "By whatever a table prints: 隐患 2025-应急-001, 应急/1, hazards/2025/yingji/001, the number of a paper, whatever its\nbrackets, the name or former name of a mine, the short name of a unit, the name of a draft.\nWhere several are called so they are listed, and none is taken. A part is #2: meetings/2025/anweiban/001#2.",
        ),
    },
    HelpTopic {
        name: "conditions",
        zh: "条件",
        title: Text::fixed("列表的条件、排序和选列", "Conditions, order and columns of lists"),
        text: Text::fixed(
            "liandong list 隐患 --where 重大隐患=是 --where '整改.整改期限<2025-06-01' --sort -整改.整改期限 --columns 矿山,整改.整改期限\n项可写键名或表头，表中的项用点隔开；= 和 != 对任何项都可用，< <= > >= 只用于日期、时刻和数目；时刻只写日期时，指那一天的任何时候。\n“项=”（等号后面不写）是没有填的，“项!=”是填了的。值可照表里印出的写，单位可写简称。",
            "liandong list hazards --where major=yes --where 'rectification.due<2025-06-01' --sort -rectification.due --columns mine,rectification.due\nA key is named as in files or by its heading, one of a table after a dot; = and != go with every key, < <= > >= with days,\nmoments and numbers; of a moment a day asks for any time of it. `key=` is where it is absent, `key!=` where it is there. Values as tables print them, units by any name.",
        ),
    },
    HelpTopic {
        name: "first-day",
        zh: "第一天",
        title: Text::fixed(
            "办公室第一天、一个单位第一天、换人那天",
            "The first day of the office, of a unit, and the day on which somebody leaves",
        ),
        text: Text::fixed(
            "办公室：liandong init 台账 --name 姓名 --since 起录年份\n        进入该文件夹：liandong share 地址；要签名的再 liandong join --unit 区安委办 --name 姓名、liandong trust on、liandong sync\n        条文没有定数的时限：按文件确定 liandong settings adopt 设置 --basis 文号\n单位：  liandong clone 地址；进入该文件夹：liandong join --unit 单位 --name 姓名，把申请交办公室登记；liandong liaison set 登记联络员\n换人：  liandong handover --out 交接单.docx；liandong liaison hand-over 登记交接；离任人的密钥由办公室 liandong key retire\n每天：  liandong todo；本机有没有问题：liandong doctor",
            "The office: liandong init register --name NAME --since YEAR\n            there: liandong share ADDRESS; for signatures liandong join --unit 区安委办 --name NAME, liandong trust on, liandong sync\n            terms that the text leaves open are adopted by a paper: liandong settings adopt SETTING --basis PAPER\nA unit:     liandong clone ADDRESS; there: liandong join --unit UNIT --name NAME, and the request goes to the office; liandong liaison set\nLeaving:    liandong handover --out handover.docx; liandong liaison hand-over; the office retires the key with liandong key retire\nEvery day:  liandong todo; whether this computer is well: liandong doctor",
        ),
    },
    HelpTopic {
        name: "environment",
        zh: "环境变量",
        title: Text::fixed("环境变量", "Environment variables"),
        text: Text::fixed(
            "LIANDONG_DATA    台账文件夹，同 --data\nLIANDONG_UNIT    以哪个单位登记、看哪个单位的待办，同 --as\nLIANDONG_LANG    语言 zh 或 en，同 --lang；没有时看 LC_ALL、LC_MESSAGES、LANG\nLIANDONG_CACHE   缓存放在哪里；off 不用缓存\nLIANDONG_PAGER   长于一屏时用什么看，其次看 PAGER；off 不用\nliandong/config.toml   自己的配置，在用户配置文件夹里（Linux 为 ~/.config）；选项、变量优先\n                 lang、color、pager、cache 写一次，每次都用\n                 [commands] 下写自定的命令，如 \"超期\" = \"list 隐患 --overdue\"，以后写 liandong 超期\nNO_COLOR、CLICOLOR、CLICOLOR_FORCE、TERM   颜色，--color 优先\nVISUAL、EDITOR   edit 用的编辑器\nGIT_AUTHOR_*、GIT_COMMITTER_*   不看：登记人是 git config 的 user.name 和 user.email\ngit 的 core.sharedRepository 也不看：几个人用一台计算机的，各用各的副本",
            "LIANDONG_DATA    the register's folder, as --data\nLIANDONG_UNIT    the unit that files, and whose todo is shown, as --as\nLIANDONG_LANG    the language, zh or en, as --lang; else LC_ALL, LC_MESSAGES, LANG\nLIANDONG_CACHE   where the cache lies; off for none\nLIANDONG_PAGER   what shows more than a screen, else PAGER; off for nothing\nliandong/config.toml   what is said once for all, in the user's configuration folder\n                 (~/.config on Linux); options and variables come before it:\n                 lang, color, pager, cache, and below [commands] commands of one's own,\n                 such as late = \"list hazards --overdue\", then liandong late\nNO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM   colours; --color comes first\nVISUAL, EDITOR   the editor of edit\nGIT_AUTHOR_*, GIT_COMMITTER_*   not looked at: who files is user.name and user.email of git config\nNor is core.sharedRepository of git: people of one computer each have a clone of their own",
        ),
    },
    HelpTopic {
        name: "exit-codes",
        zh: "退出码",
        title: Text::fixed("退出码", "Exit codes"),
        text: Text::fixed(
            "0  没有未落实，也没有要更正的；登记、共享做成了\n1  有未落实或需更正的（check --strict 时有提醒也是 1）；verify 有不合规则的；导入有没登记的行；doctor 有待处理的\n2  没有做成，或没有做全：说明在标准错误里",
            "0  nothing not carried out and nothing to be corrected; what was to be filed or shared was\n1  something not carried out or to be corrected (with check --strict also a reminder); verify found a breach; an import left rows; doctor found something to be mended\n2  it could not be done, or not wholly: standard error says why",
        ),
    },
];
