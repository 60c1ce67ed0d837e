package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "30 % on hypertension medication", "no depression tablets": a drug told by what it is for is that
 * class of drugs, never the condition; where several classes are for it, none is guessed.
 */
final class DrugsFor {
    private static final String DRUG =
            "pills?|tablets?|capsules?|meds?|medications?|medicines?|drugs?|pharmacotherapy|inhalers?|puffers?|injections?|treatments?";

    private static final String LEAD =
            "on|taking|takes?|took|taken|receiv(?:e|es|ed|ing)|gets?|getting|using|uses?|given|prescribed|without|no|not|off|any|need|needs|needing|their|some|under|add|never|drop|remove|with";

    private static final String BETWEEN = "an?|the|any|some|oral|daily|regular|their|chronic|of";

    /** The one class of the catalogue that is for it. */
    private static final Map<String, String> CLASSES =
            Map.of(
                    "hypertension", "antihypertensive",
                    "hyperlipidemia", "lipid-lowering drug",
                    "type-2-diabetes", "glucose-lowering drug",
                    "epilepsy", "antiepileptic",
                    "depression", "antidepressants",
                    "obesity", "weight loss drugs",
                    "osteoporosis", "bisphosphonate");

    /** Those of which several classes are taken, with what may be said instead. */
    private static final Map<String, String> SEVERAL =
            Map.of(
                    "asthma",
                            "an inhaled corticosteroid, a rescue inhaler, a leukotriene antagonist",
                    "copd", "a LAMA, a LABA, an inhaled corticosteroid",
                    "heart-failure", "a beta blocker, an ACE inhibitor, a loop diuretic",
                    "atrial-fibrillation", "an anticoagulant, a beta blocker, an antiarrhythmic",
                    "coronary-artery-disease", "an antiplatelet, a statin, a beta blocker",
                    "rheumatoid-arthritis", "methotrexate, a biologic DMARD, corticosteroids",
                    "dementia", "a cholinesterase inhibitor, an NMDA antagonist",
                    "chronic-kidney-disease",
                            "an ACE inhibitor, an SGLT2 inhibitor, a phosphate binder");

    /** What is measured of fats, which "cholesterol tablets" lower. */
    private static final Set<String> FATS = Set.of("total_chol", "ldl", "triglycerides");

    private DrugsFor() {}

    /** With the class in the place of what the drugs are for. */
    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        List<Exchange> all = new ArrayList<>();
        for (Sentence.Named n : s.named()) {
            String drug = CLASSES.get(n.concept().id());
            int to = FATS.contains(n.concept().id()) ? lowering(s, n.to()) : -1;
            int against = drug == null ? -1 : against(s, n);
            if (against >= 0) {
                all.add(new Exchange(against, n.to(), drug));
            } else if (drug != null && meant(s, n)) {
                all.add(new Exchange(n.from(), n.to() + 1, drug));
            } else if (to > 0) {
                all.add(new Exchange(n.from(), to, CLASSES.get("hyperlipidemia")));
            }
        }
        return s.exchanged(all, vocabulary);
    }

    /** One past "tablets" or "-lowering drugs" behind the name of what is measured, or -1. */
    private static int lowering(Sentence s, int at) {
        int dash = s.word(at).equals("-") ? at + 1 : at;
        int drug = s.like(dash, "lowering|reducing") ? dash + 1 : at;
        return s.like(drug, DRUG) && !s.inConcept(drug) ? drug + 1 : -1;
    }

    /** Where several classes are for it, which one must be said. */
    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (Sentence.Named n : s.named()) {
            String several = SEVERAL.get(n.concept().id());
            int against = several == null ? -1 : against(s, n);
            int from = against >= 0 ? against : n.from();
            int to = against >= 0 ? n.to() : n.to() + 1;
            if (several != null && (against >= 0 || meant(s, n)) && s.free(from, to)) {
                draft.problem(
                        "request.medication.several",
                        from,
                        to,
                        "Several kinds of drugs are for this; it is not said which is meant.",
                        several);
            }
        }
    }

    /** First token of "tablets against depression", "medication for their epilepsy", or -1. */
    private static int against(Sentence s, Sentence.Named n) {
        int at = n.from() - 1;
        while (s.like(at, BETWEEN + "|his|her")) {
            at--;
        }
        int drug = at - 1;
        boolean here =
                n.is(Concept.Kind.CONDITION)
                        && s.like(at, "for|against")
                        && s.like(drug, DRUG)
                        && !s.inConcept(drug);
        int lead = drug - 1;
        while (s.like(lead, BETWEEN)) {
            lead--;
        }
        boolean care = s.like(drug, "treatments?") && s.like(lead, "with|any|some|their");
        return here && s.like(lead, LEAD) && !care ? drug : -1;
    }

    /** Whether the name of a condition stands for drugs against it. */
    private static boolean meant(Sentence s, Sentence.Named n) {
        if (!n.is(Concept.Kind.CONDITION) || !s.like(n.to(), DRUG) || s.inConcept(n.to())) {
            return false;
        }
        int lead = n.from() - 1;
        while (s.like(lead, BETWEEN)) {
            lead--;
        }
        boolean care = s.like(n.to(), "treatments?") && s.like(lead, "with|any|some|their");
        boolean led = s.like(lead, LEAD) && !care;
        return led
                && s.like(
                        n.to() + 1,
                        "|[.,;:!?)]|and|or|but|too|also|at|please|only|for|yet|now|in|among");
    }
}
