package org.anamnesis.interpret;

/**
 * What is ordered in a rhythm and is neither a visit nor anything that is made here: "a dental exam
 * every 6 months", "an MRI once a year". It is told, and no rhythm of visits is made of it.
 */
final class UnmadeOrders {
    /** What is done or made of patients, the last word of its name. */
    private static final String DONE =
            "exams?|examinations?|scans?|imaging|screenings?|tests?|biops(?:y|ies)|swabs?|cultures?|infusions?|injections?|x-rays?|xrays?|rays?|radiographs?|ultrasounds?|sonograms?|sessions?|mris?|cts?|eegs?|pets?|emgs?|holters?|mammograms?|angiograms?|physiotherapy|dialysis|procedures?|surger(?:y|ies)|vaccinations?|vaccines?|shots?|jabs?|questionnaires?|surveys?|interviews?|cleanings?|counsell?ing|education|pcis?|cabgs?|ablations?|stents?|stenting|bypass(?:es)?|catheteri[sz]ations?|transplants?|transfusions?"
                    + "|[a-z]+(?:scop(?:y|ies)|graph(?:y|ies)|grams?|metr(?:y|ies)|tomograph(?:y|ies)|therap(?:y|ies))";

    /** Of everything at once, which is what a visit is for. */
    private static final String GENERAL =
            "medical|clinical|physical|general|full|routine|regular|office|outpatient|doctors?|gp|nurse|health|wellness|standard|periodic|follow|up|follow-up|patient|patients|control|diabetes|diabetic|blood|lab|labs|laboratory";

    private static final String VACCINES = "vaccinations?|vaccines?|shots?|jabs?";

    private static final String STUDIES = "ecgs?|ekgs?|eegs?|cts?|scans?|recordings?|images?";

    private static final String BETWEEN =
            "is|are|be|being|should|must|to|done|performed|made|taken|given|carried|out|they|get|have|receive|repeated|ordered|scheduled|planned|at|least|about";

    private static final String NAME_ENDS =
            "with|and|an?|the|,|;|plus|including|has|have|having|get|gets|undergo|undergoing|receive|receiving|years?|months?|\\.|:|of|per|all|each|every|who|patients?|then|for|from|in|on";

    private static final int LONGEST = 4;

    private UnmadeOrders() {}

    /** Tells of what a rhythm is of, if it is of such; its words are then used. */
    static boolean find(Draft draft, Rhythm said) {
        Sentence s = draft.sentence;
        int last = said.from() - 1;
        while (last >= 0 && s.like(last, BETWEEN)) {
            last--;
        }
        if (studied(s, last) || studied(s, said.to())) {
            draft.invite(
                    "request.study.again",
                    said.from(),
                    said.to(),
                    "Not made: recordings and images are made once of a patient, at the index visit; the visits keep their rhythm.",
                    "quarterly visits, or an ECG once a year, which then stands among the procedures");
            return true;
        }
        if (s.free(last) && s.like(last, DONE) && !s.inConcept(last)) {
            int from = last;
            while (from > 0
                    && last - from < LONGEST
                    && s.free(from - 1)
                    && !s.at(from - 1).number()
                    && !s.like(from - 1, NAME_ENDS)) {
                from--;
            }
            return !general(s, from, last + 1) && told(draft, from, said.to(), from, last + 1);
        }
        int to = said.to();
        int end = to;
        while (end < to + LONGEST && s.free(end) && !s.like(end, NAME_ENDS + "|" + DONE)) {
            end++;
        }
        boolean behind = s.free(end) && s.like(end, DONE) && !s.inConcept(end);
        return behind && !general(s, to, end + 1) && told(draft, said.from(), end + 1, to, end + 1);
    }

    /** Whether a token is of an order of recordings or images, which was read before. */
    private static boolean studied(Sentence s, int i) {
        return i >= 0 && i < s.size() && !s.free(i) && s.like(i, STUDIES) && !s.inConcept(i);
    }

    /** "exam", "routine physical examination". */
    private static boolean general(Sentence s, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (!s.like(i, GENERAL)) {
                return false;
            }
        }
        return to - from > 1 || s.like(from, "exams?|examinations?|tests?|screenings?");
    }

    private static boolean told(Draft draft, int from, int to, int named, int end) {
        String what = draft.sentence.quote(named, end);
        if (draft.sentence.like(end - 1, VACCINES)) {
            draft.invite(
                    "request.vaccines.rhythm",
                    from,
                    to,
                    "Not made: %s in a rhythm; vaccines follow the schedules of CDC and ACIP, as often as practice gives them, and the visits keep their rhythm."
                            .formatted(what),
                    "5 years of history, which holds them");
            return true;
        }
        draft.invite(
                "request.order.unmade",
                from,
                to,
                "Not made: %s in a rhythm, for that is none of what records here hold so; the visits keep theirs."
                        .formatted(what),
                "an eye exam, foot exam, spirometry, echocardiography, ECG or chest X-ray once a year; any observation, such as UACR yearly");
        return true;
    }
}
