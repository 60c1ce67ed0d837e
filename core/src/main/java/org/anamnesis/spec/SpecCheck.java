package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.Not;

/** What can be said against a specification without looking at any data. */
public final class SpecCheck {
    private static final double ROUNDING = 1e-6;

    /** Between the halves of a contradiction, so that the user's words can be put in. */
    private static final String AND = " and ";

    private final List<Problem> problems = new ArrayList<>();
    private final CohortSpec spec;

    private SpecCheck(CohortSpec spec) {
        this.spec = spec;
    }

    /** Every problem, in the order of the specification; empty when there is none. */
    public static List<Problem> problems(CohortSpec spec) {
        SpecCheck check = new SpecCheck(spec);
        new NameCheck(check.problems).check(spec);
        check.requirements();
        new GroupCheck(spec, check.problems).check(List.copyOf(check.problems));
        spec.beyond().baseline().ifPresent(b -> check.problems.addAll(baseline(b)));
        return List.copyOf(check.problems);
    }

    private static List<Problem> baseline(Baseline baseline) {
        return problems(baseline.spec()).stream()
                .map(
                        p ->
                                new Problem(
                                        p.code(),
                                        "baseline: " + p.where(),
                                        p.message(),
                                        p.suggestion()))
                .toList();
    }

    private void requirements() {
        List<Criterion> required = new ArrayList<>();
        Needs needs = Needs.of(spec.condition(), List.of());
        for (Constraint c : spec.constraints()) {
            Optional<Criterion> forAll = forAll(c);
            if (forAll.isPresent()) {
                conflict(needs.add(forAll.get()), forAll.get(), required);
                required.add(forAll.get());
            }
        }
        List<Constraint.Share> open = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Share s && s.percent() > 0 && s.percent() < 100) {
                open.add(s);
                share(s, required);
            } else if (c instanceof Constraint.Mean m) {
                mean(m, needs);
            }
        }
        repeated(open);
        sums(open);
        stages(open);
        overwritten(needs);
    }

    /** What every patient meets, whether it was asked as a requirement or as a share. */
    private static Optional<Criterion> forAll(Constraint c) {
        if (c instanceof Constraint.Share s) {
            return s.percent() >= 100
                    ? Optional.of(s.criterion())
                    : s.percent() <= 0 ? Optional.of(new Not(s.criterion())) : Optional.empty();
        }
        return c instanceof Constraint.Require r ? Optional.of(r.criterion()) : Optional.empty();
    }

    /** Everybody has the value, so that a limit on it holds for all or for none. */
    private void overwritten(Needs needs) {
        for (Overwrite o : spec.beyond().overwrites()) {
            if (o instanceof Overwrite.SetValue v) {
                Optional<QuantityRange> range = needs.range(v.observation());
                if (range.isPresent() && !range.get().contains(v.value())) {
                    add(
                            "spec.overwrite.outside",
                            "set %s to %s".formatted(v.observation(), v.value()),
                            "The value lies outside the limits that are asked for it.",
                            "leave out the limit or the value");
                }
            }
        }
    }

    private void conflict(Optional<String> why, Criterion criterion, List<Criterion> before) {
        why.ifPresent(
                w ->
                        add(
                                "spec.contradiction",
                                with(criterion, before) + Phrase.of(criterion),
                                "Nobody can meet this together with the rest: " + w + ".",
                                Needs.of(spec.condition(), before)
                                        .possible(criterion)
                                        .map(p -> "leave out one of the two, or ask for " + p)
                                        .orElse("leave out one of the two")));
    }

    /**
     * The other half of a contradiction: the one thing that alone rules it out, if there is one.
     */
    private String with(Criterion criterion, List<Criterion> before) {
        if (Needs.of(spec.condition(), List.of()).add(criterion).isPresent()) {
            return spec.condition().map(c -> c + AND).orElse("");
        }
        return before.stream()
                .filter(b -> Needs.of(Optional.empty(), List.of(b)).add(criterion).isPresent())
                .findFirst()
                .map(b -> Phrase.of(b) + AND)
                .orElse("");
    }

    /** A share between 0 and 100 needs people on both sides of it. */
    private void share(Constraint.Share s, List<Criterion> required) {
        Optional<String> none = Needs.of(spec.condition(), required).add(s.criterion());
        Optional<String> all = Needs.of(spec.condition(), required).add(new Not(s.criterion()));
        Criterion ruled = none.isPresent() ? s.criterion() : new Not(s.criterion());
        none.or(() -> all)
                .ifPresent(
                        w ->
                                add(
                                        "spec.share.contradiction",
                                        with(ruled, required) + Phrase.of(s),
                                        "The rest of the request leaves no choice here: " + w + ".",
                                        "leave out the share or the requirement"));
    }

    private void mean(Constraint.Mean m, Needs needs) {
        Optional<QuantityRange> range = needs.range(m.observation());
        boolean outside = range.isPresent() && !range.get().contains(m.value());
        if (outside) {
            String limit =
                    spec.constraints().stream()
                            .flatMap(c -> forAll(c).stream())
                            .filter(c -> Subject.of(c).equals(m.observation()))
                            .map(c -> Phrase.of(c) + AND)
                            .collect(Collectors.joining());
            add(
                    "spec.mean.outside",
                    limit + Phrase.of(m),
                    "The mean lies outside the values that the request allows.",
                    "a mean " + Phrase.within(range.get()));
        }
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Mean o
                    && o.observation().equals(m.observation())
                    && o.value() < m.value()) {
                add(
                        "spec.mean.twice",
                        "mean %s %s".formatted(m.observation(), m.value()),
                        "Two different means of one observation are asked for.",
                        "one mean");
            }
        }
    }

    private void repeated(List<Constraint.Share> open) {
        Map<Criterion, Double> seen = new HashMap<>();
        for (Constraint.Share s : open) {
            Double before = seen.putIfAbsent(s.criterion(), s.percent());
            if (before != null && Math.abs(before - s.percent()) > ROUNDING) {
                add(
                        "spec.share.twice",
                        Phrase.of(s.criterion()),
                        "Two different shares of the same are asked for.",
                        "one share");
            }
        }
    }

    /** Shares of levels that exclude each other: of one variable, or of the stages of a disease. */
    private void sums(List<Constraint.Share> open) {
        Map<String, List<Constraint.Share>> byVariable = new HashMap<>();
        for (Constraint.Share s : open) {
            if (s.criterion() instanceof CategoryIn c) {
                byVariable.computeIfAbsent(c.variable(), v -> new ArrayList<>()).add(s);
            }
        }
        byVariable.keySet().stream().sorted().forEach(v -> sum(v, byVariable.get(v)));
    }

    /** Stages of one disease, of which nobody is in two. */
    private void stages(List<Constraint.Share> open) {
        Map<String, Map<String, Constraint.Share>> byDisease = new TreeMap<>();
        for (Constraint.Share s : open) {
            if (s.criterion() instanceof HasCondition h && h.stage().isPresent()) {
                byDisease
                        .computeIfAbsent(h.condition(), c -> new TreeMap<>())
                        .put(h.stage().get(), s);
            }
        }
        byDisease.forEach(
                (disease, stages) -> {
                    List<Constraint.Share> apart =
                            stages.entrySet().stream()
                                    .filter(e -> !stages.containsKey(whole(e.getKey())))
                                    .map(Map.Entry::getValue)
                                    .toList();
                    double sum = apart.stream().mapToDouble(Constraint.Share::percent).sum();
                    if (sum > 100 + ROUNDING) {
                        tooMuch(apart, "the stages of " + disease.replace('-', ' '), sum);
                    }
                });
    }

    /** 3a is a part of 3; a whole stage is a part of none. */
    private static String whole(String stage) {
        return stage.length() > 1 ? stage.substring(0, 1) : "";
    }

    private void tooMuch(List<Constraint.Share> shares, String of, double sum) {
        Constraint.Share last = shares.get(shares.size() - 1);
        add(
                "spec.share.sum",
                shares.stream().map(Phrase::of).collect(Collectors.joining(AND)),
                "The shares of %s add up to %s %%.".formatted(of, Phrase.number(sum)),
                "shares that add up to 100 %% at most, for example %s %% of the last one"
                        .formatted(Phrase.number(Math.max(0, 100 - sum + last.percent()))));
    }

    private void sum(String variable, List<Constraint.Share> shares) {
        List<String> levels = Known.LEVELS.getOrDefault(variable, List.of());
        Map<Criterion, Double> byCriterion = new HashMap<>();
        shares.forEach(s -> byCriterion.put(s.criterion(), s.percent()));
        List<CategoryIn> all = byCriterion.keySet().stream().map(c -> (CategoryIn) c).toList();
        boolean apart =
                all.stream()
                        .allMatch(a -> all.stream().allMatch(b -> a.equals(b) || disjoint(a, b)));
        double sum = byCriterion.values().stream().mapToDouble(Double::doubleValue).sum();
        long covered = all.stream().flatMap(c -> c.levels().stream()).distinct().count();
        boolean complete = covered == levels.size() && byCriterion.size() > 1;
        if (apart && sum > 100 + ROUNDING) {
            tooMuch(List.copyOf(new LinkedHashSet<>(shares)), variable.replace('_', ' '), sum);
        } else if (apart && complete && sum < 100 - ROUNDING) {
            add(
                    "spec.share.sum",
                    shares.stream().map(Phrase::of).distinct().collect(Collectors.joining(AND)),
                    "The shares of all levels of %s add up to %s %%."
                            .formatted(variable.replace('_', ' '), Phrase.number(sum)),
                    "shares that add up to 100 %");
        }
    }

    private static boolean disjoint(CategoryIn a, CategoryIn b) {
        return a.levels().stream().noneMatch(b.levels()::contains);
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
