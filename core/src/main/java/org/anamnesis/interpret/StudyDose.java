package org.anamnesis.interpret;

import org.anamnesis.code.StudyKind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/**
 * "Low dose" of a chest CT: 20 to 40 mAs, ultra-low 10 mAs (Imaging protocols for CT chest, table
 * 3, PMC6857267, read); of low doses the middle is taken and said. What is low for other regions is
 * not known here.
 */
final class StudyDose {
    private static final String DOSE = "mas";
    private static final String REGION = "region";
    private static final int LOW = 30;
    private static final int ULTRA_LOW = 10;

    private StudyDose() {}

    static StudyOrder read(
            Draft draft, StudyClaim claim, StudyOrder order, StudyKind kind, CohortSpec current) {
        Sentence s = draft.sentence;
        String before =
                current.beyond()
                        .study(kind.id())
                        .map(o -> o.settings().getOrDefault(REGION, ""))
                        .orElse("");
        String region = order.settings().getOrDefault(REGION, before);
        boolean chest = region.isEmpty() || region.equals("chest");
        if (kind.setting(DOSE).isEmpty()) {
            return order;
        }
        for (int i = 0; i < s.size(); i++) {
            boolean name = s.like(i, "ldcts?");
            boolean said = s.like(i, "low|reduced") && s.like(i + 1, "dose");
            int to = said ? i + 2 : i + 1;
            if (!(name || said) || !s.free(i, to)) {
                continue;
            }
            boolean ultra = s.like(i - 1, "ultra|very");
            int mas = ultra ? ULTRA_LOW : LOW;
            int from = ultra ? i - 1 : i;
            claim.take(from, to);
            if (number(s)) { // "low dose, 40 mAs"
                return order;
            }
            if (!chest) {
                draft.problem(
                        "request.study.dose",
                        from,
                        to,
                        "What a low dose of this region is, is not known here.",
                        "a dose in mAs, for example \"at 60 mAs\"");
                return order;
            }
            draft.assume(
                    ultra
                            ? "An ultra-low dose of a chest CT is taken as %d mAs (PMC6857267, table 3)."
                                    .formatted(mas)
                            : "A low dose of a chest CT is taken as %d mAs, the middle of 20 to 40 (PMC6857267, table 3)."
                                    .formatted(mas));
            return order.set(DOSE, Integer.toString(mas));
        }
        return order;
    }

    private static boolean number(Sentence s) {
        for (int i = 1; i < s.size(); i++) {
            if (s.like(i, "mas") && s.at(i - 1).number()) {
                return true;
            }
        }
        return false;
    }
}
