package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Concept;

/**
 * Questions that name who wrote a guideline, "what does ADA say about HbA1c?", "do you use KDIGO?",
 * or ask which one something is from.
 */
final class GuidelineQuestions {
    /** As people call them, and as the titles of guidelines do. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("ada", "ADA"),
                    Map.entry("american diabetes association", "ADA"),
                    Map.entry("kdigo", "KDIGO"),
                    Map.entry("kdoqi", "KDOQI"),
                    Map.entry("aha", "AHA"),
                    Map.entry("american heart association", "AHA"),
                    Map.entry("acc", "ACC"),
                    Map.entry("american college of cardiology", "ACC"),
                    Map.entry("hfsa", "HFSA"),
                    Map.entry("esc", "ESC"),
                    Map.entry("esh", "ESH"),
                    Map.entry("easd", "EASD"),
                    Map.entry("nice", "NICE"),
                    Map.entry("gold", "GOLD"),
                    Map.entry("gina", "GINA"),
                    Map.entry("jnc", "JNC"),
                    Map.entry("nccn", "NCCN"),
                    Map.entry("acr", "ACR"),
                    Map.entry("eular", "EULAR"),
                    Map.entry("idsa", "IDSA"),
                    Map.entry("ats", "ATS"),
                    Map.entry("ers", "ERS"),
                    Map.entry("aace", "AACE"),
                    Map.entry("acog", "ACOG"),
                    Map.entry("ilae", "ILAE"),
                    Map.entry("apa", "APA"),
                    Map.entry("uspstf", "USPSTF"),
                    Map.entry("endocrine society", "Endocrine Society"),
                    Map.entry("surviving sepsis", "Surviving Sepsis Campaign"));

    private static final String SAYS =
            "say|says|said|recommends?|advises?|suggests?|wants?|states?|defines?|sets?|targets?|goals?|according|per|guidelines?|guidance|recommendations?|criteria|thinks?|position|cut-offs?|cutoffs?|thresholds?";

    private static final String USES =
            "use|uses|using|used|follow|follows|following|based|know|knows|have|from|include|cover|apply|implement";

    /** "KDIGO?" alone. */
    private static final int SHORT = 4;

    private GuidelineQuestions() {}

    /**
     * @param condition what is talked about
     */
    static Optional<Question> of(Sentence s, Optional<String> condition) {
        Optional<String> body = Optional.empty();
        boolean says = false;
        boolean uses = false;
        boolean guideline = false;
        for (int i = 0; i < s.size(); i++) {
            body = body.isPresent() ? body : body(s, i);
            says |= s.like(i, SAYS);
            uses |= s.like(i, USES);
            guideline |= s.like(i, "guidelines?|guidance") && s.like(i - 1, "which|what|whose");
        }
        boolean named = body.isPresent() && (says || uses || s.size() <= SHORT);
        if (!named && !guideline) {
            return Optional.empty();
        }
        Optional<String> observation = observation(s);
        Optional<String> of = condition(s);
        boolean narrow = observation.isEmpty() && of.isEmpty();
        if (!named && narrow) {
            return Optional.empty(); // "which guidelines do you use?": all sources answer that
        }
        return Optional.of(
                new Question.Guidelines(
                        body,
                        observation,
                        named || !observation.isEmpty() ? of : of.or(() -> condition)));
    }

    /** Who is named at a token: "KDIGO", "the ADA's". */
    private static Optional<String> body(Sentence s, int at) {
        if (!s.free(at)) {
            return Optional.empty();
        }
        String owner = owner(s.word(at));
        return BODIES.keySet().stream()
                .filter(b -> s.after(at, b) > 0 || owner.equals(b))
                .filter(b -> !b.equals("nice") || capitals(s, at))
                .map(BODIES::get)
                .findFirst();
    }

    /** Whose something is; empty if the word is no possessive or plural. */
    private static String owner(String word) {
        if (!word.endsWith("s")) {
            return "";
        }
        String rest = word.substring(0, word.length() - 1);
        boolean apostrophe = rest.endsWith("'") || rest.endsWith("’");
        return apostrophe ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static boolean capitals(Sentence s, int i) {
        return s.quote(i, i + 1).equals("NICE");
    }

    private static Optional<String> observation(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.after(i, "blood pressure") > 0 || s.word(i).equals("bp")) {
                return Optional.of("sbp");
            }
        }
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .map(n -> n.concept().id())
                .findFirst();
    }

    private static Optional<String> condition(Sentence s) {
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.CONDITION))
                .map(n -> n.concept().id())
                .findFirst();
    }
}
