package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;

/**
 * Characters as Taiwan and Hong Kong write them, in the form in which the tables have them: only
 * those of requests, so that "請生成心臟衰竭患者" and "请生成心脏衰竭患者" are one.
 */
final class Traditional {
    /** Pairs, the traditional character first. */
    private static final String PAIRS =
            "請请給给們们個个與与為为無无沒没還还這这來来對对應应該该將将兩两萬万歲岁齡龄歷历曆历數数據据資资檔档樣样條条項项種种類类級级組组"
                    + "隊队羣群體体標标觀观測测檢检驗验實实臨临診诊斷断療疗藥药劑剂製制創创產产擬拟顯显覽览導导輸输匯汇設设調调變变換换從从復复銷销儲储"
                    + "較较間间問问題题義义麼么麽么誰谁裡里裏里幾几則则於于過过達达滿满餘余約约總总計计單单僅仅隻只衹只並并併并婦妇兒儿孫孙壯壮煙烟菸烟"
                    + "險险亞亚國国華华臺台灣湾歐欧韓韩壓压腎肾臟脏髒脏氣气風风腦脑顫颤動动脈脉鬱郁憂忧癥症腸肠結结攝摄護护節节關关濕湿質质鬆松癲癫癇痫"
                    + "膿脓敗败膽胆鈉钠鉀钾鈣钙鎂镁鹽盐鐵铁紅红細细維维溫温飽饱濃浓積积術术蘇苏島岛雙双馬马瑪玛氫氢環环黴霉頭头鹼碱聯联週周歸归絕绝負负"
                    + "擔担訊讯號号聽听說说讓让認认證证選选擇择刪删減减強强輕轻嚴严緊紧狀状況况點点獨独異异離离亂乱機机齊齐別别顧顾醫医員员師师學学習习"
                    + "課课範范圍围準准確确極极驟骤裝装錄录歡欢謝谢嗎吗樓楼頁页參参預预傳传統统價价腫肿轉转損损傷伤黃黄靜静膚肤幹干擾扰層层隨随隱隐識识"
                    + "寫写讀读開开幫帮簡简佔占當当係系繫系優优劃划區区衛卫職职業业經经濟济貧贫乾干淨净脫脱飲饮戶户";

    private static final Map<Character, String> SIMPLIFIED = new HashMap<>();

    static {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            SIMPLIFIED.put(PAIRS.charAt(i), PAIRS.substring(i + 1, i + 2));
        }
    }

    private Traditional() {}

    static String simplified(char c) {
        return SIMPLIFIED.getOrDefault(c, String.valueOf(c));
    }
}
