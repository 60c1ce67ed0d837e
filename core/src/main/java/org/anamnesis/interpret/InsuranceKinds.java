package org.anamnesis.interpret;

import java.util.Set;

/** "only Medicare", "60 % privately insured": the data tell the insured and the uninsured only. */
final class InsuranceKinds {
    private static final Phrases KINDS =
            new Phrases(
                    Set.of(
                            "medicare",
                            "medicaid",
                            "medicare advantage",
                            "medi cal",
                            "medicare and medicaid",
                            "medicare or medicaid",
                            "medicaid and medicare",
                            "tricare",
                            "dual eligible",
                            "dually eligible",
                            "dual eligibles",
                            "privately insured",
                            "private insurance",
                            "private health insurance",
                            "private coverage",
                            "private payer",
                            "privately",
                            "commercially insured",
                            "commercial insurance",
                            "commercial health insurance",
                            "commercial coverage",
                            "commercial payer",
                            "publicly insured",
                            "public insurance",
                            "public health insurance",
                            "government insurance",
                            "employer insurance",
                            "employer sponsored insurance",
                            "employer based insurance",
                            "insured privately",
                            "insured publicly"));

    /**
     * Before or behind it where people are meant; "for our Medicare billing class" asks nothing.
     */
    private static final String CUES =
            "only|on|with|by|under|have|has|having|covered|enrolled|all|everyone|everybody|just|no|not|without"
                    + "|exclude|excluding|drop|patients?|people|beneficiar(?:y|ies)|recipients?|enrollees?|members?|insured"
                    + "|holders?|%|percent|insurance|coverage|population|instead|in";

    private InsuranceKinds() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int to = s.afterAny(i, KINDS);
            boolean alone = to >= s.size() && i <= 1;
            boolean share = s.at(i - 1).kind() == Token.Kind.FRACTION || s.at(to + 1).number();
            boolean asked = alone || share || s.like(i - 1, CUES) || s.like(to, CUES);
            if (to > 0 && s.free(i, to) && asked) {
                int end = s.like(to, "insurance|insured|coverage") ? to + 1 : to;
                draft.problem(
                        "request.insurance.kind",
                        i,
                        end,
                        "By whom people are insured is not known here, only whether they are.",
                        "\"only the insured\" or \"20 % uninsured\"");
                i = end - 1;
            }
        }
    }
}
