package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Question.Companions;
import org.anamnesis.interpret.Question.Contrast;
import org.anamnesis.interpret.Question.Definition;
import org.anamnesis.interpret.Question.Judged;
import org.anamnesis.interpret.Question.Meaning;
import org.anamnesis.interpret.Question.Prevalence;
import org.anamnesis.interpret.Question.Range;
import org.anamnesis.interpret.Question.Share;
import org.anamnesis.interpret.Question.Sources;
import org.anamnesis.interpret.Question.Statistic;
import org.anamnesis.interpret.Question.Target;
import org.anamnesis.interpret.Question.Together;
import org.anamnesis.spec.Criterion;

/** The question before with what is named now in the place of what was named then. */
final class NextQuestion {
    private NextQuestion() {}

    /**
     * What the words name.
     *
     * @param whole whether all people are meant, whoever was talked of before
     * @param of whether it is said of whom: "in", "among"
     */
    record Said(
            Optional<Statistic.Kind> kind,
            Optional<String> observation,
            Optional<String> condition,
            List<Criterion> filters,
            boolean whole,
            boolean of) {
        boolean nothing() {
            return kind.isEmpty()
                    && observation.isEmpty()
                    && condition.isEmpty()
                    && filters.isEmpty()
                    && !whole;
        }

        Optional<String> among(Optional<String> before) {
            return whole ? condition : condition.or(() -> before);
        }

        List<Criterion> among(List<Criterion> before) {
            return filters.isEmpty() && !whole ? before : filters;
        }

        Optional<String> stage() {
            return filters.stream()
                    .filter(c -> c instanceof Criterion.HasCondition)
                    .flatMap(c -> ((Criterion.HasCondition) c).stage().stream())
                    .findFirst();
        }
    }

    static Optional<Question> of(Question before, Said said) {
        if (before instanceof Statistic b) {
            return Optional.of(
                    new Statistic(
                            said.kind().orElse(b.kind()),
                            said.kind().isPresent() ? 0.5 : b.quantile(),
                            said.observation().orElse(b.observation()),
                            said.among(b.condition()),
                            said.among(b.filters()),
                            said.observation().isPresent() ? Optional.empty() : b.unit()));
        }
        if (before instanceof Share b) {
            return share(b, said);
        }
        if (before instanceof Prevalence b) {
            return Optional.of(
                    new Prevalence(
                            said.condition().orElse(b.condition()), said.among(b.filters())));
        }
        if (before instanceof Contrast b) {
            return contrast(b, said);
        }
        if (before instanceof Together b && said.observation().isPresent()) {
            return Optional.of(
                    new Together(
                            b.first(),
                            said.observation().get(),
                            said.among(b.condition()),
                            said.among(b.filters())));
        }
        if (before instanceof Together b) {
            return Optional.of(
                    new Together(
                            b.first(),
                            b.second(),
                            said.among(b.condition()),
                            said.among(b.filters())));
        }
        return ofMeanings(before, said).or(() -> figure(before, said));
    }

    /** "is LDL higher in women or in men?", "and HDL?", "and in diabetes?" */
    private static Optional<Question> contrast(Contrast before, Said said) {
        List<Question> both =
                before.groups().stream()
                        .filter(g -> g instanceof Statistic || said.condition().isPresent())
                        .map(g -> one(g, said))
                        .distinct()
                        .toList();
        return both.size() == 2 && said.filters().isEmpty()
                ? Optional.of(new Contrast(both))
                : Optional.empty();
    }

    private static Question one(Question group, Said said) {
        if (group instanceof Statistic g) {
            return new Statistic(
                    said.kind().orElse(g.kind()),
                    0.5,
                    said.observation().orElse(g.observation()),
                    said.among(g.condition()),
                    g.filters(),
                    Optional.empty());
        }
        return group instanceof Prevalence p
                ? new Prevalence(said.condition().orElse(p.condition()), p.filters())
                : group;
    }

    /** Definitions, ranges, targets and sources: of something else. */
    private static Optional<Question> ofMeanings(Question before, Said said) {
        if (said.kind().isPresent()) {
            return Optional.empty();
        }
        if (before instanceof Meaning && said.condition().isPresent()) {
            return Optional.of(new Meaning(said.condition().get()));
        }
        boolean defines = before instanceof Definition || before instanceof Meaning;
        if (defines && said.condition().isPresent()) {
            return Optional.of(new Definition(said.condition().get(), said.stage()));
        }
        if (before instanceof Target b) {
            return Optional.of(
                    new Target(
                            said.condition().or(b::condition),
                            said.observation()
                                    .or(
                                            () ->
                                                    said.condition().isPresent()
                                                            ? Optional.empty()
                                                            : b.observation())));
        }
        if (before instanceof Companions b && said.condition().isPresent()) {
            return Optional.of(new Companions(said.condition().get(), b.drugs()));
        }
        if (before instanceof Sources && said.condition().isPresent()) {
            return Optional.of(new Sources(said.condition()));
        }
        if (before instanceof Range b && said.condition().isEmpty()) {
            return Optional.of(new Range(said.observation().orElse(b.observation())));
        }
        if (before instanceof Judged b) {
            return Optional.of(
                    new Judged(
                            said.observation().orElse(b.observation()),
                            b.value(),
                            said.among(b.condition())));
        }
        if (defines && said.observation().isPresent()) {
            return Optional.of(new Meaning(said.observation().get()));
        }
        boolean drug =
                defines
                        && said.filters().size() == 1
                        && said.filters().get(0) instanceof Criterion.TakesMedication;
        return drug
                ? Optional.of(
                        new Meaning(
                                ((Criterion.TakesMedication) said.filters().get(0)).medication()))
                : Optional.empty();
    }

    /** "what is its mean in people with CKD?", after its normal range or its meaning. */
    private static Optional<Question> figure(Question before, Said said) {
        Optional<String> observation =
                said.observation()
                        .or(
                                () ->
                                        before instanceof Range r
                                                ? Optional.of(r.observation())
                                                : before instanceof Judged j
                                                        ? Optional.of(j.observation())
                                                        : Optional.empty());
        boolean about =
                said.kind().isPresent()
                        || (before instanceof Range && said.condition().isPresent());
        return observation
                .filter(o -> about)
                .map(
                        o ->
                                new Statistic(
                                        said.kind().orElse(Statistic.Kind.MEAN),
                                        0.5,
                                        o,
                                        said.condition(),
                                        said.filters(),
                                        Optional.empty()));
    }

    /** "and insulin?" asks of others, "and in women?" of fewer. */
    private static Optional<Question> share(Share before, Said said) {
        boolean among = said.whole() || said.of() || peopleAlone(said);
        if (said.filters().isEmpty() && said.condition().isEmpty() && !said.whole()) {
            return Optional.empty();
        }
        List<Criterion> others =
                said.filters().stream().filter(c -> alike(before.what(), c)).toList();
        if (among && !others.isEmpty()) { // "what share are women?", "and in men over 60?"
            List<Criterion> rest = new ArrayList<>(said.filters());
            rest.removeAll(others);
            return Optional.of(
                    new Share(
                            others,
                            said.among(before.condition()),
                            rest.isEmpty() ? before.filters() : rest));
        }
        if (among) {
            return Optional.of(
                    new Share(before.what(), said.among(before.condition()), said.filters()));
        }
        List<Criterion> what =
                said.filters().isEmpty()
                        ? List.of(
                                new Criterion.HasCondition(
                                        said.condition().get(), Optional.empty()))
                        : said.filters();
        return Optional.of(new Share(what, before.condition(), before.filters()));
    }

    /** Whether it tells another part of what the share was of. */
    private static boolean alike(List<Criterion> what, Criterion c) {
        return what.size() == 1
                && c instanceof Criterion.CategoryIn now
                && what.get(0) instanceof Criterion.CategoryIn old
                && old.variable().equals(now.variable());
    }

    /** "and women?", "and the over-70s?" after a share of something else than sex or age. */
    private static boolean peopleAlone(Said said) {
        return said.condition().isEmpty()
                && said.filters().stream()
                        .allMatch(
                                c ->
                                        c instanceof Criterion.AgeBetween
                                                || (c instanceof Criterion.CategoryIn in
                                                        && in.variable().equals("sex")));
    }
}
