package org.anamnesis.interpret;

/**
 * "NYHA class 2 to 3", "CCS II or III": grades of a scale that is not known here. Their numbers are
 * no ages and no patients; they are quoted back.
 */
final class OtherScales {
    private static final String SCALES = "nyha|ccs|killip|fontaine|rutherford|wagner|braak";
    private static final String NOUN = "functional|class|classes|grades?|stages?|score|of|=|:|is";
    private static final String ROMAN = "i|ii|iii|iv|v|[iv]+[ab]|[1-6][ab]";

    private OtherScales() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.like(i, SCALES) || s.inConcept(i)) {
                continue;
            }
            int at = i + 1;
            while (s.like(at, NOUN)) {
                at++;
            }
            int to = grade(s, at) ? at + 1 : at;
            while (to > at && s.like(to, "to|-|–|/|and|or|,") && grade(s, to + 1)) {
                to += 2;
            }
            to = to > at && s.like(to, ROMAN) ? to + 1 : to; // "NYHA III-IV"
            if (to > at && s.free(i, to)) {
                draft.unread(i, to);
            }
        }
    }

    private static boolean grade(Sentence s, int i) {
        boolean people = Words.PERSONS.contains(s.word(i + 1)) && s.at(i).doubleValue() > 6;
        return s.like(i, ROMAN) || (s.at(i).number() && s.at(i).doubleValue() <= 6 && !people);
    }
}
