package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Reads questions for {@code ask} by rules: what is asked, of which observation or condition, among
 * whom.
 */
public final class QuestionReader {
    private static final Pattern REAL =
            Pattern.compile(
                    "\\b(real (data|patients|people|persons)|actual patients|real\\?|is (this|it) real)\\b");
    private static final Pattern ODDS =
            Pattern.compile("\\bodds\\b|\\bhow much more (often|likely)\\b");
    private static final Pattern DEFINED =
            Pattern.compile(
                    "\\bdefin|\\bwhat counts as\\b|\\bcriteria (for|of)\\b|\\bwhat does .* mean\\b");
    private static final Pattern COMMON =
            Pattern.compile(
                    "\\bhow (common|frequent|rare|prevalent)\\b|\\bprevalence\\b|\\bhow many (people|adults|americans|children|persons|residents)\\b");
    private static final Pattern SHARE =
            Pattern.compile(
                    "\\b(what|which) (share|percentage|percent|proportion|fraction|part)\\b|\\bhow many\\b|\\b(share|percentage|proportion) of\\b");
    private static final Pattern STATISTIC =
            Pattern.compile(
                    "\\b(mean|average|median|typical|usual|standard deviation|sd|percentile|quantile|distribution)\\b");
    private static final Pattern SOURCES =
            Pattern.compile(
                    "\\bsources?\\b|\\bguidelines?\\b|\\bbased on\\b|\\bcome from\\b|\\brests? on\\b|\\bwho says\\b|\\bevidence\\b|\\bwhich data\\b|\\bcitations?\\b|\\breferences?\\b");
    private static final Pattern PERCENTILE =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? (?:percentile|quantile)");
    private static final Pattern VERB =
            Pattern.compile(
                    "\\b(has|have|had|are|is|takes?|use|uses|smokes?|with|on|suffers? from|without)\\b");

    private final Reader reader = new RuleReader();
    private final Vocabulary vocabulary = Vocabulary.bundled();

    /**
     * Reads.
     *
     * @param text the user's words
     * @param before condition that "them" and "this" refer to
     */
    public Question read(String text, Optional<String> before) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        String written = text.strip();
        if (t.isEmpty() || t.length() > 2000) {
            return unknown(t.isEmpty() ? "" : t.substring(0, 80));
        }
        Optional<String> condition = condition(written).or(() -> before);
        if (REAL.matcher(t).find()) {
            return new Question.Real();
        }
        if (ODDS.matcher(t).find()) {
            return odds(written, before);
        }
        if (STATISTIC.matcher(t).find()) {
            return statistic(written, t, before);
        }
        if (DEFINED.matcher(t).find() && condition.isPresent()) {
            Optional<String> stage =
                    criteria(tail(written, DEFINED)).stream()
                            .flatMap(c -> stage(c).stream())
                            .findFirst();
            return new Question.Definition(condition.get(), stage);
        }
        if (COMMON.matcher(t).find() && condition.isPresent()) {
            return prevalence(written, condition.get());
        }
        if (SHARE.matcher(t).find()) {
            return share(written, before);
        }
        return SOURCES.matcher(t).find() ? new Question.Sources(condition) : unknown(written);
    }

    private Question statistic(String written, String t, Optional<String> before) {
        Optional<String> observation =
                vocabulary.find(written).stream()
                        .map(Vocabulary.Mention::concept)
                        .filter(c -> c.kind() == Concept.Kind.OBSERVATION)
                        .map(Concept::id)
                        .findFirst();
        if (observation.isEmpty() && Pattern.compile("\\bage\\b").matcher(t).find()) {
            observation = Optional.of("age");
        }
        if (observation.isEmpty()) {
            return unknown(written);
        }
        Matcher percentile = PERCENTILE.matcher(t);
        double quantile = percentile.find() ? Double.parseDouble(percentile.group(1)) / 100 : 0.5;
        Question.Statistic.Kind kind =
                t.contains("percentile") || t.contains("quantile")
                        ? Question.Statistic.Kind.QUANTILE
                        : t.contains("median")
                                ? Question.Statistic.Kind.MEDIAN
                                : t.contains("standard deviation") || t.matches(".*\\bsd\\b.*")
                                        ? Question.Statistic.Kind.SD
                                        : Question.Statistic.Kind.MEAN;
        Group group =
                group(tail(written, Pattern.compile("(?i)\\b(in|among|of|for|with)\\b")), before);
        return new Question.Statistic(
                kind, quantile, observation.get(), group.condition(), group.filters());
    }

    /** "What share of A has B": A before the first verb, B after it. */
    private Question share(String written, Optional<String> before) {
        Matcher head =
                Pattern.compile("(?i)\\b(?:of|how many|percent|percentage)\\b").matcher(written);
        int from = head.find() ? head.end() : 0;
        Matcher verb = Pattern.compile(VERB.pattern(), Pattern.CASE_INSENSITIVE).matcher(written);
        int last = -1;
        int end = -1;
        while (verb.find()) {
            boolean joins =
                    verb.group().equalsIgnoreCase("with") || verb.group().equalsIgnoreCase("on");
            if (verb.start() > from && (!joins || last < 0)) {
                if (last < 0 || !joins) {
                    last = verb.start();
                    end =
                            verb.group()
                                            .toLowerCase(Locale.ROOT)
                                            .matches("takes?|uses?|smokes?|on|without")
                                    ? verb.start()
                                    : verb.end();
                }
            }
        }
        if (last < 0) {
            return unknown(written);
        }
        Group group = group(written.substring(from, last), before);
        List<Criterion> what =
                criteria(written.substring(end).replaceAll("(?i)\\bsmokes?\\b", "smokers"));
        return what.isEmpty()
                ? unknown(written)
                : new Question.Share(what, group.condition(), group.filters());
    }

    private Question prevalence(String written, String condition) {
        Matcher among = Pattern.compile("(?i)\\b(in|among)\\b").matcher(written);
        List<Criterion> filters =
                among.find()
                        ? group(written.substring(among.end()), Optional.empty()).filters()
                        : List.of();
        return new Question.Prevalence(condition, filters);
    }

    private Question odds(String written, Optional<String> before) {
        List<String> conditions =
                vocabulary.find(written).stream()
                        .map(Vocabulary.Mention::concept)
                        .filter(c -> c.kind() == Concept.Kind.CONDITION)
                        .map(Concept::id)
                        .distinct()
                        .toList();
        if (conditions.size() >= 2) {
            return new Question.OddsRatio(conditions.get(0), conditions.get(1));
        }
        return conditions.size() == 1 && before.isPresent()
                ? new Question.OddsRatio(conditions.get(0), before.get())
                : unknown(written);
    }

    private record Group(Optional<String> condition, List<Criterion> filters) {}

    private Group group(String words, Optional<String> before) {
        boolean pronoun =
                words.toLowerCase(Locale.ROOT).matches(".*\\b(them|they|those|these|this)\\b.*");
        Optional<String> condition = Optional.empty();
        List<Criterion> filters = new ArrayList<>();
        for (Edit edit : edits(words)) {
            if (edit instanceof Edit.SetCondition c) {
                condition = Optional.of(c.condition());
            } else if (edit instanceof Edit.AddConstraint a
                    && a.constraint() instanceof Constraint.Require r) {
                if (!adults(r.criterion())) {
                    filters.add(r.criterion());
                }
            }
        }
        return new Group(condition.or(() -> pronoun ? before : Optional.empty()), filters);
    }

    /** "Adults" is whom all figures are of; it narrows nothing. */
    private static boolean adults(Criterion criterion) {
        return criterion instanceof Criterion.AgeBetween a
                && a.minYears() == 18
                && a.maxYears() >= 100;
    }

    private List<Criterion> criteria(String words) {
        List<Criterion> out = new ArrayList<>();
        Optional<String> condition = Optional.empty();
        for (Edit edit : edits(words)) {
            if (edit instanceof Edit.SetCondition c) {
                condition = Optional.of(c.condition());
            } else if (edit instanceof Edit.AddConstraint a
                    && a.constraint() instanceof Constraint.Require r) {
                out.add(r.criterion());
            }
        }
        String id = condition.orElse("");
        boolean staged =
                out.stream()
                        .anyMatch(
                                c ->
                                        c instanceof Criterion.HasCondition h
                                                && h.condition().equals(id));
        if (condition.isPresent() && !staged) {
            out.add(0, new Criterion.HasCondition(id, Optional.empty()));
        }
        return out;
    }

    /** A fragment read as if it were the end of a request. */
    private List<Edit> edits(String words) {
        String fragment =
                words.replaceAll("[?!.]", " ").replaceAll("(?i),? and who says so", " ").strip();
        if (fragment.isEmpty()) {
            return List.of();
        }
        return reader.read("100 patients with " + fragment, CohortSpec.DEFAULT)
                        instanceof Reading.Understood u
                ? u.edits().stream().map(Reading.Quoted::edit).toList()
                : List.of();
    }

    private Optional<String> condition(String written) {
        return vocabulary.find(written).stream()
                .map(Vocabulary.Mention::concept)
                .filter(c -> c.kind() == Concept.Kind.CONDITION)
                .map(Concept::id)
                .findFirst()
                .or(
                        () ->
                                written.toLowerCase(Locale.ROOT).contains("diabet")
                                        ? vocabulary
                                                .defaultReading("diabetes")
                                                .map(d -> d.concept().id())
                                        : Optional.empty());
    }

    private static Optional<String> stage(Criterion criterion) {
        return criterion instanceof Criterion.HasCondition h ? h.stage() : Optional.empty();
    }

    private static String tail(String text, Pattern head) {
        Matcher m = Pattern.compile(head.pattern(), Pattern.CASE_INSENSITIVE).matcher(text);
        return m.find() ? text.substring(m.end() > 0 && head == DEFINED ? 0 : m.end()) : text;
    }

    private static Question unknown(String where) {
        return new Question.Unknown(
                List.of(
                        new Problem(
                                "ask.unknown",
                                where,
                                "this question was not understood",
                                "\"what is the mean HbA1c in US adults with type 2 diabetes, and who says so?\", \"what share of people with hypertension are obese?\", \"which data and guidelines is this based on?\"")));
    }
}
