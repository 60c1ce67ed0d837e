package org.anamnesis.interpret;

/** "at least 20 pack-years": how much somebody smoked is not known here, and it is no age. */
final class PackYears {
    private static final String BEFORE =
            "at|least|most|more|less|than|over|above|below|under|of|with|>|<|>=|<=|≥|≤|=|a|history";

    private PackYears() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int dash = s.like(i + 1, "-") ? i + 2 : i + 1;
            boolean pack = s.like(i, "pack") && s.like(dash, "years?|yrs?");
            boolean joined = s.like(i, "pack-years?|packyears?|py") && s.at(i - 1).number();
            if (!(pack || joined) || !s.free(i)) {
                continue;
            }
            int from = s.at(i - 1).number() ? i - 1 : i;
            while (from > 0 && s.free(from - 1) && s.like(from - 1, BEFORE)) {
                from--;
            }
            int to = pack ? dash + 1 : i + 1;
            if (s.at(to + 2).number() || (s.like(to, BEFORE) && s.at(to + 1).number())) {
                while (to < s.size() && (s.like(to, BEFORE) || s.at(to).number())) {
                    to++;
                }
            }
            draft.invite(
                    "request.packyears",
                    from,
                    to,
                    "How much people smoked is not known here.",
                    "\"current smokers\", \"former smokers\" or, as a variable of your own, \"pack years mean 30, sd 15\"");
        }
    }
}
