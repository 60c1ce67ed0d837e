package org.anamnesis.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Fact;

/** How many of those with a condition die in a year, by the evidence of linked mortality. */
final class DeathRates {
    private DeathRates() {}

    static PlannedHistory.Deaths of(ConditionEvidence evidence, String among) {
        return new PlannedHistory.Deaths(rates(evidence, "female"), rates(evidence, "male"), among);
    }

    private static double[] rates(ConditionEvidence evidence, String sex) {
        String[] ages = {"18-44", "45-64", "65+"};
        return Arrays.stream(ages).mapToDouble(age -> rate(evidence, sex, age)).toArray();
    }

    private static double rate(ConditionEvidence evidence, String sex, String age) {
        List<Fact> facts = evidence.facts(Fact.Kind.MORTALITY);
        for (String stratum :
                List.of("sex: " + sex + ", age: " + age, "age: " + age, "sex: " + sex, "all")) {
            Optional<Fact> found =
                    facts.stream()
                            .filter(f -> f.stratum().equals(stratum))
                            .filter(f -> f.unit().equals("per 1000 person-years"))
                            .findFirst();
            if (found.isPresent()) {
                return found.get().value() / 1000;
            }
        }
        return 0;
    }
}
