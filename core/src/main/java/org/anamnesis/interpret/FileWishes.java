package org.anamnesis.interpret;

/**
 * What files cannot be: one a patient, unless as FHIR bundles; sent somewhere. "One file per
 * patient" asks for no single patient.
 */
final class FileWishes {
    private static final String FILES = "files?|csv|documents?|folders?|records?|sheets?|tables?";
    private static final String SENDING = "send|upload|mail|email|e-mail|post|push|transfer|share";

    private FileWishes() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean one = s.at(i).number() && s.at(i).doubleValue() == 1;
            if (s.free(i) && (one || s.like(i, "single|separate|a"))) {
                each(draft, i);
            }
        }
        if (s.like(first(s), SENDING) && s.free(first(s))) {
            sent(draft, first(s));
        }
    }

    /** "one file per patient", "a separate CSV for each patient". */
    private static void each(Draft draft, int from) {
        Sentence s = draft.sentence;
        int file = from + 1;
        while (s.like(file, "one|a|single|separate|fhir|json|own")) {
            file++;
        }
        int of = file + 1;
        boolean each =
                s.like(file, FILES)
                        && (s.like(of, "per|each|a|every")
                                || (s.like(of, "for") && s.like(of + 1, "each|every")));
        int who = s.like(of, "for") ? of + 2 : of + 1;
        if (each && s.like(who, "patients?|person|people|individual")) {
            draft.problem(
                    "request.files.each",
                    from,
                    who + 1,
                    "Tables hold all patients; a file for each is written as FHIR bundles alone.",
                    "as FHIR bundles");
        }
    }

    private static int first(Sentence s) {
        int i = 0;
        while (s.like(i, "please|now|then|and|can|could|you|,|just|also|to|i|want")) {
            i++;
        }
        return i;
    }

    /** "send them to my server", "email me the data", "upload it to http://...". */
    private static void sent(Draft draft, int i) {
        Sentence s = draft.sentence;
        boolean what =
                s.like(
                        i + 1,
                        "it|them|this|these|those|me|us|the|all|everything|data|files?|results?|to");
        boolean whole = s.size() <= i + 24;
        if (what && whole) {
            draft.problem(
                    "request.files.sent",
                    i,
                    s.size(),
                    "Nothing is sent anywhere: files are written on this machine.",
                    "make it, and send the folder yourself");
        }
    }
}
