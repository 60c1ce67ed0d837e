package org.anamnesis.interpret;

/** Numbers that look like ages and are none. */
final class NoAges {
    /** Nobody takes more drugs, or is aged less. */
    private static final int FEW = 12;

    private NoAges() {}

    /** "ef over 50 or under 30", "at least one of them": of what nobody knows, or no age at all. */
    static boolean beside(Sentence s, int from, int to) {
        boolean other = s.like(from - 1, "or|and|but") && s.at(from - 2).number();
        boolean or = from == 0 && s.word(to).equals("or") && signed(s, to + 1);
        return (other && s.free(from - 2) && !s.inConcept(from - 2))
                || or
                || (s.word(to).equals("of") && s.like(to + 1, "them|these|those"));
    }

    private static boolean signed(Sentence s, int i) {
        return Comparison.at(s, i).filter(r -> r.sign() != Comparison.Sign.NONE).isPresent()
                && !s.at(i).number();
    }

    /** "CHA2DS2-VASc 2 or more", "week 24-28": of something that nobody knows here. */
    static boolean named(Sentence s, int from) {
        String w = s.word(from - 1);
        return s.at(from - 1).kind() == Token.Kind.WORD
                && s.free(from - 1)
                && !Words.FILLER.contains(w)
                && !Words.PERSONS.contains(w)
                && !Words.LINKS.contains(w)
                && !Words.NEGATION.contains(w)
                && !Words.NEUTRAL.contains(w)
                && !FillerWords.ALL.contains(w)
                && !CategoryWords.named(s, from - 1)
                && !s.inConcept(from - 1);
    }

    /** "on 2 or more drugs", "&ge; 2 antihypertensives", "3+ comorbidities". */
    static boolean things(Sentence s, int n) {
        int at = n + 1;
        while (s.like(at, "or|and|more|over|above|fewer|less|different|other|classes|of|\\+")) {
            at++;
        }
        return s.at(n).doubleValue() <= FEW
                && (s.drugAt(at).isPresent()
                        || s.like(
                                at,
                                "drugs?|medications?|medicines?|meds|agents?|comorbidities|conditions?|diagnoses|diseases?"
                                        + "|exacerbations?|admissions?|hospitali[sz]ations?|episodes?|visits?|risk|criteria|antihypertensives?|attacks?"));
    }

    /** "median age 60", "age 65 [IQR 58-72]": no age that everyone has. */
    static boolean median(Sentence s, int from, int to) {
        boolean bracket = s.like(to, "\\(|\\[|,|;");
        return s.word(from - 1).equals("median") || s.word(bracket ? to + 1 : to).equals("iqr");
    }

    /** "I'm a nurse, 30 years in the job". */
    static boolean job(Sentence s, int to) {
        boolean of = false;
        boolean job = s.like(to, "in|on|experience");
        for (int k = to; job && k < to + 4; k++) {
            of |= s.like(k, "job|business|practice|profession|field|trade|experience|ward|clinic");
        }
        return of;
    }
}
