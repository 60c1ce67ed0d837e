package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * A what-if that keeps the cohort beside its variant: "what if they all stopped smoking?", "suppose
 * half took a statin", "the same cohort with HbA1c 1 point lower beside this one"; and its end.
 */
final class WhatIfWords {
    private static final List<String> OPENING =
            List.of(
                    "what if",
                    "what would happen if",
                    "what happens if",
                    "what would change if",
                    "what changes if",
                    "what would it look like if",
                    "how would it look if",
                    "how would they look if",
                    "how would this look if",
                    "how would the cohort look if",
                    "how would that change if",
                    "what would the cohort look like if",
                    "what would they look like if",
                    "suppose that",
                    "suppose",
                    "supposing",
                    "imagine that",
                    "imagine",
                    "lets say",
                    "let us say",
                    "hypothetically",
                    "as a what if",
                    "as a scenario");
    private static final Set<String> BESIDE =
            Set.of(
                    "beside",
                    "alongside",
                    "besides",
                    "next to",
                    "side by side with",
                    "side by side");

    /** Who supposes something of the program, not of the patients. */
    private static final Set<String> NOT_PATIENTS =
            Set.of(
                    "i",
                    "im",
                    "ive",
                    "id",
                    "you",
                    "youre",
                    "there",
                    "my",
                    "your",
                    "someone",
                    "somebody",
                    "nothing",
                    "something",
                    "anyone",
                    "no",
                    "it",
                    "its",
                    "this",
                    "an");

    private static final Set<String> PRONOUNS =
            Set.of(
                    "they",
                    "them",
                    "we",
                    "all",
                    "everyone",
                    "everybody",
                    "of",
                    "these",
                    "those",
                    "the",
                    "patients",
                    "people",
                    "were",
                    "was",
                    "had",
                    "would",
                    "have",
                    "been",
                    "be",
                    "instead",
                    "only",
                    "just");
    private static final String DROPS =
            "(?:drop|discard|throw away|scrap|bin|ditch|get rid of|kill|lose|forget|cancel|end|stop|leave|undo|remove|reject|abandon) (?:the |this |that )?"
                    + "(?:what if|whatif|variant|scenario|hypothesis|supposition)"
                    + "|(?:go |return |switch )?back to (?:the |my )?baseline|return to (?:the )?baseline"
                    + "|(?:keep|take|restore|use) (?:the |my )?baseline(?: instead)?"
                    + "|(?:no )?(?:leave|keep) (?:it|everything|that) (?:as|like|the way) (?:it|they) (?:is|was|were)|no leave it|better not|no (?:better|rather) not";
    private static final String KEEPS =
            "(?:keep|accept|adopt|take|use|apply|go with|continue with|make it|stay with) (?:the |this |that )?"
                    + "(?:variant|what if|whatif|scenario)(?: instead| as the cohort)?"
                    + "|make the variant the (?:new )?(?:cohort|baseline)"
                    + "|(?:(?:yes|yeah|right|good|great|fine|sure|perfect|alright|nice|i will|ill|we) )*(?:(?:do|adopt|keep|accept|take|use|apply|implement"
                    + "|go with|go for|stay with|stick with|settle for) (?:that|this|it that way|that one|this one)(?: one| version)?"
                    + "|(?:adopt|accept|keep|apply|take) it|make it so|make (?:that|this|it) (?:real|permanent|official|the cohort|the new cohort|stick))"
                    + "(?: for real| for good| please| too)?";

    private WhatIfWords() {}

    /** First token behind the words that open a what-if; 0 if there are none. */
    static int opening(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            for (String phrase : OPENING) {
                int after = s.after(i, phrase);
                boolean opens = after > 0 && opens(s, i);
                if (opens && (!phrase.startsWith("let") || ofPeople(s, after))) {
                    return after;
                }
            }
        }
        return 0;
    }

    /** "let's say half of them quit"; "let's say HbA1c over 8" only proposes. */
    private static boolean ofPeople(Sentence s, int i) {
        boolean people =
                s.like(
                        i,
                        "they|all|everyone|everybody|none|nobody|that|these|those|most|some|every|each|half|smokers|women|men|patients|the");
        boolean of = s.word(i + 1).equals("of") && !s.inConcept(i);
        return people || s.at(i).kind() == Token.Kind.FRACTION || of;
    }

    private static boolean opens(Sentence s, int i) {
        boolean start = true;
        for (int k = 0; k < i; k++) {
            start &= s.like(k, "and|so|ok|okay|now|also|but|then|,|[.]|well|hmm|please|yes");
        }
        return start || s.like(i - 1, "[.,;:]|and|but");
    }

    private static boolean beside(Sentence s, int i) {
        boolean here = BESIDE.stream().anyMatch(p -> s.after(i, p) > 0);
        return here
                && s.like(s.size() - 1, "one.*|it|this|cohort|baseline|that|side|[.!?]|now|them");
    }

    /** Whether the message supposes something of the patients. */
    /** "my 500 hypertensives", "my asthma patients": those of a cohort, not the one who asks. */
    private static boolean cohort(Sentence s, int from) {
        int at = from;
        while (s.at(at).number() || (s.inConcept(at) && at < from + 4)) {
            at++;
        }
        return s.at(from).number() || Words.PERSONS.contains(s.word(at)) || s.like(at, "cohort");
    }

    static boolean is(Sentence s) {
        int at = opening(s);
        if (at > 0) {
            boolean age =
                    s.word(at).equals("it")
                            && (s.word(at + 1).equals("were")
                                    || (s.word(at + 1).equals("was") && s.at(at + 2).number()));
            boolean whose = s.word(at).equals("my") && cohort(s, at + 1);
            return at < s.size() && (age || whose || !NOT_PATIENTS.contains(s.word(at)));
        }
        for (int i = 1; i < s.size(); i++) {
            if (beside(s, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is supposed in the words of a request: "if mean BMI were 3 lower" is "mean BMI 3 lower",
     * "they lost 5 kg" is "weight 5 kg lower".
     */
    static String plain(String english) {
        return english.replaceAll(
                        "(?i)\\b(what if|suppose|supposing|imagine|and if) (?:it|that|this|they|the share) (?:would be|had been|were|was|is)(?= [0-9])",
                        "$1")
                .replaceAll(
                        "(?i)\\b(?:would be|had been|were|was|is|are)(?= (?:at |about |only )?(?:[0-9]|half\\b|twice\\b|higher|lower))",
                        "")
                .replaceAll(
                        "(?i)\\b(?:mean|average) ((?:\\w+ ){1,3}?)(?= ?[0-9][^,;]* (?:lower|higher)\\b)",
                        "$1")
                .replaceAll(
                        "(?i)\\b(?:they |everyone |everybody |all |patients |people |each )*lost ([0-9.]+ ?(?:kg|kilos?|pounds?|lbs?))",
                        "weight $1 lower")
                .replaceAll(
                        "(?i)\\b(?:they |everyone |everybody |all |patients |people |each )*gained ([0-9.]+ ?(?:kg|kilos?|pounds?|lbs?))",
                        "weight $1 higher")
                .replaceAll(
                        "(?i)\\b(?:did not take|did not use|came off|stopped taking|went off)\\b",
                        "not on")
                .replaceAll(
                        "(?i)\\b(?:took|received|used|got|went on|started|were given|were put on)(?= (?:an?|the|any|\\p{L}))",
                        "on");
    }

    /** Adds the edits and marks the words as used. */
    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean there = current.beyond().baseline().isPresent();
        if (there && ended(draft)) {
            return;
        }
        if (!is(s)) {
            return;
        }
        int at = opening(s);
        boolean onTop = false;
        for (int k = 0; k < at; k++) {
            onTop |= s.like(k, "also|and|on") && k < 2;
        }
        for (int i = 0; i < s.size(); i++) {
            onTop |= there && s.like(i, "also|too") && i > at - 1;
        }
        if (at > 0) {
            int start = start(s);
            draft.edit(new Edit.Suppose(onTop), start, at);
            pronouns(s, at);
        } else {
            draft.edit(new Edit.Suppose(onTop), 0, 0);
            for (int i = 1; i < s.size(); i++) {
                if (beside(s, i)) {
                    s.use(i, s.size());
                }
            }
            same(s);
        }
        stoppedSmoking(draft);
    }

    private static int start(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            for (String phrase : OPENING) {
                if (s.after(i, phrase) > 0 && opens(s, i)) {
                    return i;
                }
            }
        }
        return 0;
    }

    private static void pronouns(Sentence s, int from) {
        for (int i = from; i < Math.min(s.size(), from + 4); i++) {
            if (!PRONOUNS.contains(s.word(i))) {
                break;
            }
            s.use(i, i + 1);
        }
    }

    /** "show me the same cohort with ...". */
    private static void same(Sentence s) {
        for (int i = 0; i + 1 < s.size(); i++) {
            if (s.word(i).equals("same")
                    && s.like(i + 1, "cohort|patients|people|group|ones|data")) {
                s.use(0, i + 2);
                return;
            }
        }
    }

    /** Nobody smokes any more: who smoked has quit. */
    private static void stoppedSmoking(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i + 1 < s.size(); i++) {
            boolean stop =
                    s.like(i, "stopped|stop|quit|quitted|ceased|gave")
                            && (s.like(i + 1, "smoking|tobacco|cigarettes")
                                    || s.after(i + 1, "up smoking") > 0);
            if (stop) {
                int end = s.word(i + 1).equals("up") ? i + 3 : i + 2;
                draft.edit(
                        new Edit.AddConstraint(
                                new Constraint.Require(
                                        new Criterion.CategoryIn(
                                                "smoking", List.of("never", "former")))),
                        i,
                        end);
                for (int k = 0; k < i; k++) {
                    if (s.like(k, "smokers|current|all|the|they|who|smoke")) {
                        s.use(k, k + 1);
                    }
                }
            }
        }
    }

    private static boolean ended(Draft draft) {
        Sentence s = draft.sentence;
        if (!ends(s)) {
            return false;
        }
        draft.edit(new Edit.EndWhatIf(!said(s).matches(DROPS)), 0, s.size());
        return true;
    }

    /** Whether the message ends a what-if and says nothing else. */
    static boolean ends(Sentence s) {
        String said = said(s);
        return said.matches(DROPS) || said.matches(KEEPS);
    }

    private static String said(Sentence s) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < s.size(); i++) {
            boolean polite = s.like(i, "please|ok|okay|now|then|,|[.!?]|lets|let|us|and|so");
            all.append(polite ? "" : (all.length() > 0 ? " " : "") + s.word(i));
        }
        return all.toString();
    }
}
