package org.anamnesis.converse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Source;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.population.Derived;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Criterion;

/**
 * Answers questions: the published figure with who says so, and beside it what the built-in
 * population gives.
 */
final class AskDesk {
    private static final String GENERAL = "general-population";
    private final Evidence evidence;

    AskDesk(Evidence evidence) {
        this.evidence = evidence;
    }

    Answer answer(String text) {
        Question question = new QuestionReader().read(text, Optional.empty());
        if (question instanceof Question.Sources q) {
            return sources(q);
        }
        if (question instanceof Question.Statistic q) {
            return statistic(q);
        }
        if (question instanceof Question.Share q) {
            return share(q);
        }
        if (question instanceof Question.Prevalence q) {
            return prevalence(q);
        }
        if (question instanceof Question.OddsRatio q) {
            return odds(q);
        }
        if (question instanceof Question.Definition q) {
            return definition(q);
        }
        if (question instanceof Question.Real) {
            return new Answer(
                    "No. Every row is synthetic: redrawn from a synthetic census that was learned from public survey microdata.",
                    List.of(
                            "no row describes a participant or any other real person",
                            "fit for teaching, testing, method development; not for clinical decisions or for findings about real people"),
                    Map.of("kind", "real", "real", false));
        }
        throw new RequestException(((Question.Unknown) question).problems());
    }

    private Answer statistic(Question.Statistic q) {
        String condition = q.condition().orElse(GENERAL);
        ConditionEvidence known = evidence.condition(condition);
        Optional<Marginal> fact =
                q.observation().equals("age")
                        ? known.age()
                        : known.observation(q.observation())
                                .flatMap(ConditionEvidence.Ranked::overall);
        Optional<Marginal> stratum = q.filters().isEmpty() ? fact : stratum(known, q);
        Optional<Measurand> measurand = Measurands.bundled().find(q.observation());
        String unit = measurand.map(Measurand::unit).orElse("a");
        String name = measurand.map(Measurand::name).orElse("Age");
        String who = among(condition, q.filters());
        Optional<Double> published = stratum.flatMap(m -> value(m, q));
        var counted = new Counted(q.condition(), q.filters());
        Optional<Double> here = counted.statistic(q);
        double figure =
                published
                        .or(() -> here)
                        .orElseThrow(
                                () ->
                                        new RequestException(
                                                List.of(
                                                        new Problem(
                                                                "ask.nofigure",
                                                                name,
                                                                "no figure of this is known for "
                                                                        + who,
                                                                "an observation of the condition's list, or a wider group"))));
        String what = label(q);
        List<String> lines = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", q.kind().name().toLowerCase(Locale.ROOT));
        json.put("observation", q.observation());
        json.put("figure", figure);
        json.put("unit", unit);
        if (published.isPresent()) {
            Marginal m = stratum.orElseThrow();
            lines.add(said(m.source(), m.confidence(), m.period(), m.population(), m.stratum()));
            lines.add(
                    "n = %s; %s; SD %s%s"
                            .formatted(
                                    m.n().isPresent()
                                            ? Words.count(m.n().getAsLong())
                                            : "not stated",
                                    weighting(m.confidence()),
                                    m.sd().isPresent()
                                            ? figure(m.sd().getAsDouble()) + " " + Words.unit(unit)
                                            : "not stated",
                                    m.se().isPresent()
                                            ? "; standard error " + figure(m.se().getAsDouble())
                                            : ""));
            m.n().ifPresent(n -> json.put("n", n));
            json.put("years", m.period());
            json.put("weighting", weighting(m.confidence()));
            json.put("source", m.source());
            json.put("source_title", title(m.source()));
            json.put("confidence", confidence(m.confidence()));
        } else {
            json.put("source", "synthetic census");
            json.put("n", counted.rows());
            json.put("years", "2011-March 2020");
            json.put("weighting", "survey weights");
            json.put("source_title", counted.about());
            json.put("confidence", "computed");
        }
        here.ifPresent(
                h -> {
                    lines.add(
                            "the built-in population gives %s %s (%s rows; %s)"
                                    .formatted(
                                            figure(h),
                                            Words.unit(unit),
                                            Words.count(counted.rows()),
                                            counted.about()));
                    json.put("census", h);
                });
        return new Answer(
                "%s %s in %s: %s %s".formatted(what, name, who, figure(figure), Words.unit(unit)),
                lines,
                json);
    }

    /** Four significant digits say all that survey figures hold. */
    private static String figure(double value) {
        return Words.number(new BigDecimal(value).round(new MathContext(4)).doubleValue());
    }

    private static String label(Question.Statistic q) {
        return switch (q.kind()) {
            case MEAN -> "Mean";
            case MEDIAN -> "Median";
            case SD -> "Standard deviation of";
            case QUANTILE -> Math.round(100 * q.quantile()) + "th percentile of";
        };
    }

    private static Optional<Double> value(Marginal m, Question.Statistic q) {
        return switch (q.kind()) {
            case MEAN -> Optional.of(m.mean());
            case SD -> m.sd().isPresent() ? Optional.of(m.sd().getAsDouble()) : Optional.empty();
            case MEDIAN ->
                    m.p50().isPresent() ? Optional.of(m.p50().getAsDouble()) : Optional.empty();
            case QUANTILE -> quantile(m, q.quantile());
        };
    }

    private static Optional<Double> quantile(Marginal m, double p) {
        var known = new TreeMap<Long, java.util.OptionalDouble>();
        known.put(5L, m.p05());
        known.put(25L, m.p25());
        known.put(50L, m.p50());
        known.put(75L, m.p75());
        known.put(95L, m.p95());
        var found = known.get(Math.round(100 * p));
        return found != null && found.isPresent()
                ? Optional.of(found.getAsDouble())
                : Optional.empty();
    }

    /** The published stratum, when one sex alone is the filter. */
    private static Optional<Marginal> stratum(ConditionEvidence known, Question.Statistic q) {
        if (q.filters().size() == 1
                && q.filters().get(0) instanceof Criterion.CategoryIn c
                && c.variable().equals("sex")
                && c.levels().size() == 1) {
            return known.observation(q.observation()).stream()
                    .flatMap(o -> o.strata().stream())
                    .filter(m -> m.stratum().equals("sex: " + c.levels().get(0)))
                    .findFirst();
        }
        return Optional.empty();
    }

    private Answer share(Question.Share q) {
        String who = among(q.condition().orElse(GENERAL), q.filters());
        String what =
                String.join(" and ", q.what().stream().map(org.anamnesis.plan.Words::of).toList());
        var counted = new Counted(q.condition(), q.filters());
        Optional<Double> here = counted.share(q.what());
        Optional<Fact> fact =
                q.filters().isEmpty() && q.what().size() == 1
                        ? PublishedShares.of(
                                evidence.condition(q.condition().orElse(GENERAL)), q.what().get(0))
                        : Optional.empty();
        if (fact.isEmpty() && here.isEmpty()) {
            throw new RequestException(counted.problems());
        }
        double figure = fact.map(Fact::value).orElseGet(here::get);
        List<String> lines = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "share");
        json.put("figure", figure);
        json.put("unit", "%");
        fact.ifPresent(
                f -> {
                    lines.add(
                            said(
                                    f.source(),
                                    f.confidence(),
                                    f.period(),
                                    f.population(),
                                    f.stratum()));
                    lines.add(limits(f) + "; " + weighting(f.confidence()));
                    put(json, f);
                });
        here.ifPresent(
                h -> {
                    lines.add(
                            "the built-in population gives %s %% (%s rows; %s)"
                                    .formatted(
                                            figure(h),
                                            Words.count(counted.rows()),
                                            counted.about()));
                    json.put("census", h);
                    json.putIfAbsent("n", counted.rows());
                    json.putIfAbsent("years", "2011-March 2020");
                    json.putIfAbsent("weighting", "survey weights");
                    json.putIfAbsent("source", "synthetic census");
                    json.putIfAbsent("confidence", "computed");
                });
        return new Answer("%s %% of %s: %s".formatted(figure(figure), who, what), lines, json);
    }

    private Answer prevalence(Question.Prevalence q) {
        String name = org.anamnesis.plan.Words.named(q.condition());
        List<Fact> facts =
                evidence.condition(q.condition()).facts(Fact.Kind.PREVALENCE).stream()
                        .filter(f -> f.unit().startsWith("%"))
                        .sorted(
                                java.util.Comparator.comparing(
                                        f -> f.confidence() == Confidence.RECALLED))
                        .toList();
        var counted = new Counted(Optional.empty(), q.filters());
        Optional<Double> here =
                counted.share(List.of(new Criterion.HasCondition(q.condition(), Optional.empty())));
        List<String> lines = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "prevalence");
        if (q.filters().isEmpty()) {
            facts.stream()
                    .limit(4)
                    .forEach(
                            f ->
                                    lines.add(
                                            "%s: %s %s; %s"
                                                    .formatted(
                                                            f.stratum(),
                                                            figure(f.value()),
                                                            f.unit(),
                                                            said(
                                                                    f.source(),
                                                                    f.confidence(),
                                                                    f.period(),
                                                                    f.population(),
                                                                    ""))));
        }
        Optional<Fact> first =
                q.filters().isEmpty() ? facts.stream().findFirst() : Optional.empty();
        here.ifPresent(
                h -> {
                    lines.add(
                            "the built-in population gives %s %% of %s (%s rows; %s)"
                                    .formatted(
                                            figure(h),
                                            among(GENERAL, q.filters()),
                                            Words.count(counted.rows()),
                                            counted.about()));
                    json.put("census", h);
                });
        Optional<Double> figure = first.map(Fact::value).or(() -> here);
        if (figure.isEmpty()) {
            throw new RequestException(counted.problems());
        }
        json.put("figure", figure.get());
        json.put("unit", "%");
        first.ifPresent(f -> put(json, f));
        return new Answer(
                "%s: %s %% of %s"
                        .formatted(
                                name,
                                figure(figure.get()),
                                first.map(Fact::stratum).orElse(among(GENERAL, q.filters()))),
                lines,
                json);
    }

    private Answer odds(Question.OddsRatio q) {
        Optional<Fact> fact =
                evidence.condition(q.exposure()).facts(Fact.Kind.ODDS_RATIO).stream()
                        .filter(
                                f ->
                                        PublishedShares.variables(
                                                        new Criterion.HasCondition(
                                                                q.outcome(), Optional.empty()))
                                                .contains(f.about()))
                        .findFirst();
        Fact f =
                fact.orElseThrow(
                        () ->
                                new RequestException(
                                        List.of(
                                                new Problem(
                                                        "ask.nofigure",
                                                        q.outcome() + " with " + q.exposure(),
                                                        "no odds ratio of these two is in the evidence",
                                                        "the share of one among people with the other"))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "odds ratio");
        json.put("figure", f.value());
        json.put("unit", "odds ratio");
        put(json, f);
        return new Answer(
                "Odds ratio of %s with %s: %s"
                        .formatted(
                                org.anamnesis.plan.Words.named(q.outcome()),
                                org.anamnesis.plan.Words.named(q.exposure()),
                                figure(f.value())),
                List.of(
                        said(f.source(), f.confidence(), f.period(), f.population(), f.stratum()),
                        limits(f)),
                json);
    }

    private Answer definition(Question.Definition q) {
        List<String> lines = new ArrayList<>();
        Derived.of(q.stage().isPresent() ? "ckd_stage" : q.condition())
                .ifPresent(d -> lines.add("here: %s [%s]".formatted(d.rule(), d.source())));
        for (Guideline g : evidence.condition(q.condition()).guidelines()) {
            g.criteria()
                    .forEach(
                            c ->
                                    lines.add(
                                            "%s (%s, %s %s; %s)"
                                                    .formatted(
                                                            c,
                                                            g.name(),
                                                            g.organisation(),
                                                            g.year(),
                                                            confidence(g.confidence()))));
        }
        String name =
                org.anamnesis.plan.Words.named(q.condition())
                        + q.stage().map(s -> " stage " + s).orElse("");
        if (lines.isEmpty()) {
            lines.add(
                    "no definition is in the evidence; those who report it were told so by a doctor");
        }
        return new Answer(
                "How " + name + " is defined:",
                lines,
                Map.of("kind", "definition", "condition", q.condition()));
    }

    private Answer sources(Question.Sources q) {
        List<String> conditions = q.condition().map(List::of).orElse(evidence.conditions());
        Map<String, Integer> figures = new TreeMap<>();
        Map<Confidence, Integer> byConfidence = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (String id : conditions) {
            ConditionEvidence c = evidence.condition(id);
            c.facts().forEach(f -> count(figures, byConfidence, f.source(), f.confidence()));
            c.observations()
                    .forEach(
                            o ->
                                    o.overall()
                                            .ifPresent(
                                                    m ->
                                                            count(
                                                                    figures,
                                                                    byConfidence,
                                                                    m.source(),
                                                                    m.confidence())));
            if (q.condition().isPresent()) {
                c.guidelines()
                        .forEach(
                                g ->
                                        lines.add(
                                                "guideline: %s, %s %s (%s)"
                                                        .formatted(
                                                                g.name(),
                                                                g.organisation(),
                                                                g.year(),
                                                                confidence(g.confidence()))));
            }
        }
        figures.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(
                        e ->
                                lines.add(
                                        "%s: %d figures%s"
                                                .formatted(
                                                        title(e.getKey()),
                                                        e.getValue(),
                                                        url(e.getKey()))));
        lines.add(0, "people: " + new Counted(Optional.empty(), List.of()).about());
        List<String> confidence = new ArrayList<>();
        byConfidence.forEach(
                (c, n) -> confidence.add("%s %s".formatted(Words.count(n), confidence(c))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "sources");
        json.put("figures", figures);
        String about =
                q.condition()
                        .map(c -> "on " + org.anamnesis.plan.Words.named(c))
                        .orElse("for all " + conditions.size() + " conditions");
        return new Answer(
                "Evidence %s (version %s): figures %s"
                        .formatted(about, evidence.version(), String.join(", ", confidence)),
                lines,
                json);
    }

    private static void count(
            Map<String, Integer> figures,
            Map<Confidence, Integer> by,
            String source,
            Confidence c) {
        figures.merge(source, 1, Integer::sum);
        by.merge(c, 1, Integer::sum);
    }

    private void put(Map<String, Object> json, Fact f) {
        f.n().ifPresent(n -> json.put("n", n));
        f.low().ifPresent(v -> json.put("low95", v));
        f.high().ifPresent(v -> json.put("high95", v));
        json.put("years", f.period());
        json.put("weighting", weighting(f.confidence()));
        json.put("source", f.source());
        json.put("source_title", title(f.source()));
        json.put("confidence", confidence(f.confidence()));
    }

    private static String limits(Fact f) {
        String n = f.n().isPresent() ? "n = " + Words.count(f.n().getAsLong()) : "n not stated";
        return f.low().isPresent() && f.high().isPresent()
                ? "95 %% interval %s to %s; %s"
                        .formatted(figure(f.low().getAsDouble()), figure(f.high().getAsDouble()), n)
                : n;
    }

    private static String among(String condition, List<Criterion> filters) {
        String who =
                condition.equals(GENERAL)
                        ? "US adults"
                        : "US adults with " + org.anamnesis.plan.Words.named(condition);
        return filters.isEmpty()
                ? who
                : who
                        + " ("
                        + String.join(
                                ", ", filters.stream().map(org.anamnesis.plan.Words::of).toList())
                        + ")";
    }

    private String said(
            String source,
            Confidence confidence,
            String period,
            String population,
            String stratum) {
        String group =
                stratum.isEmpty() || stratum.equals("all")
                        ? population
                        : population + ", " + stratum;
        return "%s; %s; %s; %s%s"
                .formatted(title(source), period, group, confidence(confidence), url(source));
    }

    private String title(String source) {
        return evidence.source(source).map(Source::title).orElse(source);
    }

    private String url(String source) {
        return evidence.source(source)
                .map(Source::url)
                .filter(u -> !u.isEmpty())
                .map(u -> " <" + u + ">")
                .orElse("");
    }

    private static String weighting(Confidence confidence) {
        return confidence == Confidence.COMPUTED ? "survey-weighted" : "as published";
    }

    private static String confidence(Confidence confidence) {
        return switch (confidence) {
            case COMPUTED -> "computed from survey microdata";
            case READ -> "read in the source";
            case RECALLED -> "unverified";
        };
    }
}
