package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.Derived;
import org.anamnesis.population.Learned;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.Regions;

/**
 * Who says so of columns that the population has: by whom, when and from how many it was learned.
 */
final class LearnedFrom {
    /** Source id of the survey that the census was learned from. */
    static final String SURVEY = "nhanes";

    private final ReferencePopulation people;
    private final String who;

    /**
     * @param who the people that the values are taken from, in words
     */
    LearnedFrom(ReferencePopulation people, String who) {
        this.people = people;
        this.who = who;
    }

    /** Who takes the class, and how one of its ingredients is chosen. */
    Provenance taken(String column, int ingredients, List<Optional<Fact>> use) {
        Provenance who = learned(column);
        if (ingredients == 1) {
            return who;
        }
        List<Fact> facts = use.stream().flatMap(Optional::stream).toList();
        if (facts.stream().noneMatch(f -> f.value() > 0)) {
            return who.withAssumed("which ingredient of the class: each is equally likely");
        }
        Set<String> sources = new LinkedHashSet<>(who.sources());
        facts.forEach(f -> sources.add(f.source()));
        String years =
                facts.stream().map(Fact::period).distinct().collect(Collectors.joining(", "));
        String how =
                "%s; ingredient by its share of use among %s, %s"
                        .formatted(who.how(), facts.get(0).population(), inWords(years));
        return Provenance.of(how, who.population(), who.period(), List.copyOf(sources));
    }

    /** By whom, when and from how many a drawn column was learned; or which figures moved it. */
    Provenance learned(String column) {
        List<Learned> learned = people.learned(column);
        String years = years(learned);
        Optional<Learned> moved = learned.stream().filter(Learned::isMoved).findFirst();
        if (column.equals(Regions.NAME)) {
            return Provenance.of(
                            "moved by facts: " + learned.get(0).moved(),
                            learned.get(0).population(),
                            years,
                            learned.get(0).sources())
                    .withConfidence(Confidence.RECALLED)
                    .withAssumed(
                            "borrowed: no health difference between regions is carried, only that of race and ethnicity");
        }
        if (moved.isPresent()) {
            List<String> sources = new ArrayList<>(moved.get().sources());
            sources.add(SURVEY);
            return Provenance.of(
                    "published use, moved by facts: " + moved.get().moved(),
                    moved.get().population(),
                    years,
                    sources);
        }
        long persons = learned.stream().mapToLong(l -> l.persons().orElse(0)).sum();
        String how =
                "%slearned from NHANES %s%s"
                        .formatted(
                                people.drawnBy()
                                        .map("drawn by the network %s, "::formatted)
                                        .orElse(""),
                                inWords(years),
                                persons > 0
                                        ? String.format(
                                                Locale.ROOT,
                                                " (%,d persons asked or measured)",
                                                persons)
                                        : "");
        return Provenance.of(how, who, years, List.of(SURVEY));
    }

    /** The survey's own label of its last years is {@code Mar2020}. */
    private static String inWords(String years) {
        return years.replace("Mar2020", "March 2020");
    }

    Provenance computed(String before, Derived derived) {
        String source = derived.source().equals(SURVEY) ? "" : " [" + derived.source() + "]";
        return Provenance.of(
                before + derived.rule() + source,
                who,
                years(people.learned(derived.variable().name())),
                List.of(SURVEY));
    }

    /** Years in which all that a column rests on was asked. */
    private static String years(List<Learned> learned) {
        return learned.stream().map(Learned::period).distinct().collect(Collectors.joining(", "));
    }
}
