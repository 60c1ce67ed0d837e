package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Populations;

/**
 * Published figures of a country whose place US people take. How often those with the condition
 * have another one moves the people, if somebody has read the figure; all others are only told.
 */
public final class BorrowedFacts {
    /** Further names under which figures of a country stand. */
    private static final Map<String, List<String>> NAMES = Map.of("GB", List.of("UK", "England"));

    private static final String MOVED = "moved to a known figure: ";

    /** A share that the people are moved to, with its figure. */
    record Moved(Constraint.Share share, Fact fact) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    MOVED + "%s in %s %%, as in %s, %s [%s]",
                    fact.about(),
                    Shares.number(fact.value()),
                    fact.population(),
                    fact.period(),
                    fact.source());
        }
    }

    private BorrowedFacts() {}

    /** Whether a sentence of a plan tells that people were moved to a figure. */
    public static boolean moved(String explained) {
        return explained.startsWith(MOVED);
    }

    /** All figures of a condition in a country, by ISO code. */
    public static List<Fact> of(Evidence evidence, String condition, String country) {
        List<String> names = NAMES.getOrDefault(country, List.of(Populations.name(country)));
        return evidence.condition(condition).facts(Fact.Kind.INTERNATIONAL).stream()
                .filter(f -> names.stream().anyMatch(n -> named(f.population(), n)))
                .toList();
    }

    private static boolean named(String population, String country) {
        return List.of(population.split("[^\\p{L}]+")).containsAll(List.of(country.split(" ")));
    }

    /** What moves the people of a specification; nothing that the user asks otherwise. */
    static List<Moved> moving(CohortSpec spec, Evidence evidence) {
        List<Moved> all = new ArrayList<>();
        if (!Populations.borrowed(spec) || spec.condition().isEmpty()) {
            return all;
        }
        String people = Words.name(spec.condition().get()).toLowerCase(Locale.ROOT);
        for (Fact f : of(evidence, spec.condition().get(), spec.population())) {
            Optional<String> id = comorbidity(f);
            boolean withIt = people.contains(who(f)) && !who(f).isEmpty();
            if (id.isPresent()
                    && withIt
                    && f.confidence() != Confidence.RECALLED
                    && !asked(spec, id.get())) {
                var has = new Criterion.HasCondition(id.get(), Optional.empty());
                all.add(new Moved(new Constraint.Share(has, f.value()), f));
            }
        }
        return all;
    }

    /** "outpatients with type 2 diabetes, China" -> "type 2 diabetes". */
    private static String who(Fact f) {
        String[] with = f.population().split(",")[0].split(" with ");
        return with.length < 2 ? "" : with[1].strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> comorbidity(Fact f) {
        return Catalogue.bundled()
                .find(f.about())
                .filter(c -> c.kind() == Concept.Kind.CONDITION && f.unit().equals("%"))
                .map(Concept::id)
                .filter(id -> ConditionRows.of(id).filter(r -> !r.isProxy()).isPresent());
    }

    private static boolean asked(CohortSpec spec, String condition) {
        for (Constraint c : spec.constraints()) {
            boolean required = c instanceof Constraint.Require r && of(r.criterion(), condition);
            boolean shared = c instanceof Constraint.Share s && of(s.criterion(), condition);
            if (required || shared) {
                return true;
            }
        }
        return false;
    }

    private static boolean of(Criterion criterion, String condition) {
        Criterion plain = criterion instanceof Criterion.Not n ? n.inner() : criterion;
        return plain instanceof Criterion.HasCondition h && h.condition().equals(condition);
    }
}
