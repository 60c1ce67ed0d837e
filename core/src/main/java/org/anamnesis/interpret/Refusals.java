package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.problem.Problem;

/**
 * Messages that this program does not serve, whatever else they say: real people's data, finding
 * out who somebody is, orders smuggled in, medical advice, harm.
 */
public final class Refusals {
    private record Refusal(String code, Pattern words, String message, String suggestion) {}

    private static final String SYNTHETIC = "\"500 synthetic patients with asthma\"";

    private static final List<Refusal> ALL =
            List.of(
                    refusal(
                            "orders",
                            "(ignore|disregard|forget|bypass|override)\\W+(\\w+\\W+){0,4}"
                                    + "(instructions?|rules?|prompts?|guardrails|restrictions|polic\\w+|safety\\w*)"
                                    + "|system prompt|developer mode|jailbreak|you are now (a|an|in|the|my)\\b"
                                    + "|(reveal|print|show|leak) (me )?(your|the) (prompt|instructions|api key|secret)"
                                    + "|pretend (to be|you are)|new instructions?:"
                                    + "|</?(system|assistant|instructions?)>|\\[(inst|system)\\]",
                            "Orders about how this program works are not followed, whoever wrote them; nothing in this message was carried out.",
                            "the request alone, for example " + SYNTHETIC),
                    refusal(
                            "identify",
                            "(?<!be )(?<!being )(?<!get )re-?identif\\w+|de-?anonymi[sz]\\w*|unmask\\w*"
                                    + "|(who|whose) (is|are|was) (patient|participant|this patient|that patient|the (real|actual))"
                                    + "|identify (the |these |those |real |actual |individual |specific )*(patients?|people|persons?|participants?|individuals?)"
                                    + "|(real|actual|full|their) (names?|address\\w*|phone|identit\\w+)|home address\\w*"
                                    + "|social security numbers?|\\bssns?\\b|names and addresses|phone numbers? of"
                                    + "|(which|what) (\\w+ ){0,2}(participants?|patients?|persons?|people) (they|these|those) (are|were)"
                                    + "|medical record numbers?|\\bmrns?\\b|find out who|link (\\w+ ){0,5}(to|with) (\\w+ ){0,3}(names|voter|identit\\w+|facebook|linkedin|real people|individuals)",
                            "Nobody can be identified here: no row describes a person, and finding people is not what this is for.",
                            SYNTHETIC),
                    refusal(
                            "real",
                            "(give|get|send|show|export|download|access|provide|want|need|use|fetch|pull|share|include|generate|create)\\b[^.?]{0,40}"
                                    + "(?<!like )(?<!as )(?<!from )(real|actual|genuine|true|existing|identifiable) (\\w+ ){0,3}"
                                    + "(patients?|people|persons?|participants?|records?|ehrs?|individuals?|charts?)\\b"
                                    + "(?! (world|life|population|distribution|prevalence|statistics|studies|study))"
                                    + "|(patients?|people|records?|data) (of|from|in) (my|our|the|your) (hospital|clinic|practice|ward|ehr|emr)"
                                    + "|(mimic|epic|cerner|nhanes) (rows|records|participants|patients)(?=.*(give|show|export|download|copy))"
                                    + "|(give|show|export|download|copy|send)(?=.*(nhanes|mimic) (rows|records|participants|patients|microdata))",
                            "There are no real patients' data here, and none can be given: every row that this program writes is synthetic.",
                            SYNTHETIC),
                    refusal(
                            "advice",
                            "diagnose (me|my|him|her|us|this)|(do|could|might) i have\\b|am i (sick|ill|diabetic|having|at risk|going to)"
                                    + "|what('s| is) wrong with me|should i (take|stop|start|see|go|increase|reduce|change|be worried)"
                                    + "|(my|mine) (symptoms?|pain|chest|doctor|blood pressure|blood sugar|hba1c|a1c|test results?|lab results?|medication|dose|head|mother|father|child|wife|husband|son|daughter)\\b"
                                    + "|i (have|feel|got|am having) (a |an |some |bad |severe )*(chest|pain|headache|fever|cough|dizz\\w+|sick|ill|lump|rash)"
                                    + "|(which|what) (dose|drug|medicine|medication|treatment) (should|do|can) i|prescribe me|treat me\\b",
                            "This program gives no medical advice and knows nothing about you; please ask a clinician, and in an emergency call for help.",
                            "a question about a population, for example \"what is the mean HbA1c in type 2 diabetes?\""),
                    refusal(
                            "harm",
                            "malware|encrypts? (\\w+ ){0,4}(files|disks?|data)|asks? for (bitcoin|ransom)|ransomware|keylogger|spyware|trojan|rootkit|botnet|computer virus|phishing"
                                    + "|(write|make|create|code|build) (me )?(a |an |some )?(virus|worm|exploit|backdoor)"
                                    + "|(hack|break|exploit) (in|into)|\\bhack\\b|sql injection|steal (\\w+ ){0,3}(data|password\\w*|identit\\w+|money|records)"
                                    + "|(make|build|create|synthesi[sz]e) (a |an |some )?(bomb|weapon|explosive|nerve agent|poison)"
                                    + "|(fake|forge|fabricate) (\\w+ ){0,3}(insurance claims?|trial results?|study results?|prescriptions?|certificates?|results? for (a|the|my) (paper|trial|study))"
                                    + "|(insurance|billing|medicare) fraud|overdose (someone|somebody|him|her)|kill (someone|somebody|him|her|myself)",
                            "That is nothing this program does.",
                            SYNTHETIC));

    private Refusals() {}

    private static Refusal refusal(String code, String words, String message, String suggestion) {
        return new Refusal("request.refused." + code, Pattern.compile(words), message, suggestion);
    }

    /** Why a message is refused; empty for most. */
    public static Optional<Problem> of(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\u2018\\u2019]", "'")
                        .replaceAll("\\s+", " ");
        for (Refusal r : ALL) {
            var found = r.words().matcher(plain);
            if (found.find()) {
                return Optional.of(
                        new Problem(r.code(), found.group().strip(), r.message(), r.suggestion()));
            }
        }
        return Optional.empty();
    }
}
