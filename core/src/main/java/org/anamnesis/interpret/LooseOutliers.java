package org.anamnesis.interpret;

/** Outliers of which nobody said what they are of: they are of single observations here. */
final class LooseOutliers {
    private LooseOutliers() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean denied = s.like(i - 1, "no|without|not|drop|remove");
            if (s.like(i, "outliers?") && s.free(i) && !denied) {
                int from = i;
                while (s.free(from - 1) && s.like(from - 1, "%|percent|some|few|a|of|[0-9.]+")) {
                    from--;
                }
                draft.invite(
                        "request.outliers.which",
                        from,
                        i + 1,
                        "It is not said of which observation the outliers are.",
                        "2 % outliers in creatinine");
            }
        }
    }
}
