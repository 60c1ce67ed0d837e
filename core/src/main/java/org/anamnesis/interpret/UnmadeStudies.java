package org.anamnesis.interpret;

/** Recordings and images that are asked for as ECG, EEG and CT are, but that nothing here makes. */
final class UnmadeStudies {
    private static final String WORDS =
            "x-rays?|xrays?|radiographs?|mris?|mrt|irm|ultrasounds?|sonograms?|sonographies|echos?|echocardiograms?"
                    + "|echocardiography|holters?|mammograms?|mammography|dexa|oct|emgs?|meg|spect|angiograms?"
                    + "|angiography|polysomnograms?|fundoscopy|cxrs?|ctpas?|ctas|cta|cbct";
    private static final String PARTS =
            "chest|brain|head|cardiac|cranial|spinal|knee|abdominal|24h|24-h|an?|with|hour|h|24|transthoracic";

    /** Words of "every 6 months" and its like at most. */
    private static final int RHYTHM = 4;

    private UnmadeStudies() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int to =
                    s.like(i, WORDS) ? i + 1 : s.like(i, "x") && s.like(i + 2, "rays?") ? i + 3 : 0;
            if (to == 0 || !s.free(i, to) || s.inConcept(i)) {
                continue;
            }
            int from = i;
            while (from > 0
                    && s.free(from - 1)
                    && (s.like(from - 1, PARTS) || s.word(from - 1).equals("-"))) {
                from--;
            }
            int end = s.like(to, "scans?|images?|recordings?|studies") ? to + 1 : to;
            end = recorded(s, end);
            int rhythm = end;
            while (s.like(rhythm, "is|are|be|being|done|performed|made|taken|repeated")) {
                rhythm++;
            }
            end = Rhythm.at(s, rhythm).map(Rhythm::to).orElse(end); // of it, and of no visits
            for (int k = Math.max(0, from - RHYTHM); k < from; k++) {
                int ends = Rhythm.at(s, k).map(Rhythm::to).orElse(-1);
                from = ends == from ? k : from;
            }
            draft.invite(
                    "request.study.unmade",
                    from,
                    end,
                    "Of recordings and images only ECG (up to 30 minutes), EEG and CT can be made.",
                    "an ECG, an EEG or a CT of head, chest or abdomen");
        }
    }

    /** "with 2 leads for 30 min" behind one is of it, and no age. */
    private static int recorded(Sentence s, int from) {
        int end = from;
        while (s.like(end, "with|of|for|over|lasting|at|,")
                && s.at(end + 1).number()
                && s.free(end, end + 3)
                && s.like(end + 2, "leads?|channels?|min|minutes?|h|hours?|s|seconds?|hz|khz")) {
            end += 3;
        }
        return end;
    }
}
