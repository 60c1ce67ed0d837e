package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Headers that tables often have and that are no words of people: "bpxsy1", "RR sys", "sgpt". */
final class UsualHeaders {
    /** What a last word says whatever stands before it: "RR_systolic". */
    private static final Map<String, String> LAST = Map.of("systolic", "sbp", "diastolic", "dbp");

    /** Ids by header without signs; several with a blank between them. */
    private static final Map<String, String> IDS = new HashMap<>();

    static {
        header("sbp", "bpsys", "sysbp", "bpxsy1", "systolic", "trestbps", "aphi", "restingbp");
        header("dbp", "bpdia", "diabp", "bpxdi1", "diastolic", "aplo", "diasbp");
        header("hdl", "directchol", "hdlchol", "hdlc", "lbdhdd");
        header(
                "total_chol",
                "totchol",
                "chol",
                "tchol",
                "cholesterol",
                "lbxtc",
                "serumcholesterol");
        header("ldl", "ldlc", "ldlchol", "lbdldl");
        header("triglycerides", "trig", "trigs", "tg", "tgs", "triglyceride", "lbxtr");
        header("hba1c", "a1c", "ghb", "lbxgh", "glycohemoglobin", "a1cresult", "hemoglobina1c");
        header("glucose", "glu", "gluc", "bgr", "bloodglucose", "randomglucose", "plasglucose");
        header("glucose_fasting", "fpg", "fbg", "fastingglucose", "lbxglu", "fbs");
        header("creatinine", "screat", "scr", "serumcreatinine", "creat", "creatinineserum", "cr");
        header("hemoglobin", "hgb", "hb", "haemoglobin", "hemo");
        header("hematocrit", "hct", "haematocrit", "pcv");
        header("heart_rate", "pulse", "hr", "heartrate", "pulserate", "restinghr");
        header("resp_rate", "rr", "resprate", "respiratoryrate", "resp");
        header("temperature", "temp", "bodytemp", "bodytemperature");
        header("spo2", "sao2", "o2sat", "oxygensaturation");
        header("weight", "wt", "bodyweight", "bmxwt", "wtkg");
        header("height", "ht", "stature", "bmxht", "htcm");
        header("waist", "waistcircumference", "waistcirc", "bmxwaist", "wc");
        header("bmi", "bodymassindex", "bmxbmi");
        header("sodium", "sod", "na", "serumsodium");
        header("potassium", "pot", "k", "serumpotassium");
        header("wbc", "wbcc", "whitebloodcells", "whitecellcount", "wc");
        header("rbc", "rbcc", "redbloodcells", "rc");
        header("platelets", "plt", "plateletcount", "platelet");
        header("lvef", "ef", "ejectionfraction");
        header("egfr", "gfr");
        header("ck", "cpk", "creatininephosphokinase", "creatinephosphokinase");
        header("albumin", "alb", "serumalbumin");
        header("bilirubin", "bili", "totalbilirubin", "tbil");
        header("alp", "alkphos", "alkalinephosphatase");
        header("ast", "sgot");
        header("alt", "sgpt");
        header("insulin", "ins", "insu", "serinsulin");
        header("smoking", "smokingstatus", "smoker", "smoke");
    }

    static {
        header("sbp", "blutdrucksystolisch", "systolischerblutdruck", "rrsys", "rrsystolisch");
        header("dbp", "blutdruckdiastolisch", "diastolischerblutdruck", "rrdia", "rrdiastolisch");
        header("sbp", "tensionsystolique", "pas", "tensionsistolica", "presionsistolica");
        header("dbp", "tensiondiastolique", "pad", "tensiondiastolica", "presiondiastolica");
        header("height", "größe", "groesse", "körpergröße", "koerpergroesse", "talla", "estatura");
        header("weight", "gewicht", "körpergewicht", "koerpergewicht", "poids", "peso");
        header("waist", "taillenumfang", "bauchumfang", "tourdetaille", "cintura");
        header("heart_rate", "puls", "herzfrequenz", "pouls", "pulso");
        header("temperature", "temperatur", "körpertemperatur", "température", "temperatura");
        header("creatinine", "kreatinin", "créatinine", "creatinina");
        header("hemoglobin", "hämoglobin", "hémoglobine", "hemoglobina");
        header("glucose", "blutzucker", "glukose", "glycémie", "glucosa", "glucemia");
        header("total_chol", "cholesterin", "gesamtcholesterin", "cholestérol", "colesterol");
        header("triglycerides", "triglyzeride", "triglicéridos");
        header("sodium", "natrium", "sodio");
        header("potassium", "kalium", "potasio");
        header("lactate", "laktat", "lactat", "lactato", "lactaat");
        header("wbc", "leukozyten", "leukos", "leucocytes", "leucocitos");
        header("platelets", "thrombozyten", "thrombos", "plaquettes", "plaquetas");
        header("rbc", "erythrozyten", "érythrocytes", "eritrocitos", "hematíes");
        header("hematocrit", "hämatokrit", "hématocrite", "hematocrito");
        header("uric_acid", "harnsäure", "harnsaeure", "acideurique", "ácidoúrico");
        header("calcium", "kalzium", "calcio");
        header("resp_rate", "atemfrequenz", "fréquencerespiratoire", "frecuenciarespiratoria");
        header("spo2", "sauerstoffsättigung", "sättigung", "saturation");
        header("smoking", "raucher", "rauchen", "raucherstatus", "tabac", "tabaquismo", "fumador");
    }

    private static void header(String id, String... plain) {
        for (String p : plain) {
            IDS.merge(p, id, (a, b) -> a + " " + b);
        }
    }

    private UsualHeaders() {}

    /** Ids of the measurements and concepts that a header may mean, the likeliest first. */
    static List<String> ids(String header) {
        List<String> ids = new ArrayList<>();
        String plain = HeaderWords.plain(header);
        if (IDS.containsKey(plain)) {
            ids.addAll(Arrays.asList(IDS.get(plain).split(" ")));
        }
        List<String> words = HeaderWords.of(header);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (LAST.containsKey(last)) {
            ids.add(LAST.get(last));
        }
        return ids;
    }
}
