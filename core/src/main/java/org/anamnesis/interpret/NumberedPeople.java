package org.anamnesis.interpret;

import java.util.Set;

/** A number of people in a message: "500 patients", "220 of them", "250 each". */
final class NumberedPeople {
    private static final Set<String> NO_COUNT =
            Set.of("patient", "top", "stage", "ward", "in", "since", "until");

    private static final Set<String> ENDS =
            Set.of(", . % most year years month months days of for to in".split(" "));

    private NumberedPeople() {}

    static boolean in(Sentence s) {
        return countsPeople(s) || ofThem(s) || ofEach(s) || inTotal(s) || sized(s);
    }

    /** "n = 4000". */
    private static boolean sized(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "n|size") && s.like(i + 1, "=|:|of") && s.at(i + 2).number()) {
                return true;
            }
        }
        return false;
    }

    /** "500 patients", "2000 Type 2 diabetes patients"; not "the top 5 ... for patients". */
    private static boolean countsPeople(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean in = s.word(i - 1).equals("in") && !s.word(i).matches("(?:19|20)[0-9][0-9]");
            if (s.at(i).number() && (in || !NO_COUNT.contains(s.word(i - 1)))) {
                for (int k = i + 1; k < i + 7; k++) {
                    if (Words.PERSONS.contains(s.word(k))) {
                        return true;
                    }
                    if (ENDS.contains(s.word(k))) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    /** "220 of them". */
    private static boolean ofThem(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() && s.after(i + 1, "of them") > 0) {
                return true;
            }
        }
        return false;
    }

    /** "asthma patients, 230 in total". */
    private static boolean inTotal(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean all = s.after(i + 1, "in total") > 0 || s.after(i + 1, "in all") > 0;
            if (s.at(i).number() && (all || s.word(i + 1).equals("altogether"))) {
                return true;
            }
        }
        return false;
    }

    /** "250 each", "200 per arm". */
    private static boolean ofEach(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean each =
                    s.word(i + 1).equals("each")
                            || (s.word(i + 1).equals("per") && s.like(i + 2, "arm|group"));
            if (s.at(i).number() && each) {
                return true;
            }
        }
        return false;
    }
}
