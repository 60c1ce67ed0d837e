package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** Words of an answer as the choices have them: "the autoimmune one" is type 1. */
final class AnswerWords {
    private record Same(Pattern said, String meant) {}

    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?is)(.*?\\p{L})[,:]? ((?:above|over|under|below|beneath|beyond|at least|at most|more than|less than"
                            + "|higher than|lower than|greater than|from|between|up to|of|[<>≥≤]=?|[0-9]).*[0-9].*)");

    private static final List<Same> SAME =
            List.of(
                    same("^\\W*(?:no\\W+)?not (?:the )?type ?(?:one|1|i)\\b\\W*$", "type 2"),
                    same("^\\W*(?:no\\W+)?not (?:the )?type ?(?:two|2|ii)\\b\\W*$", "type 1"),
                    same("^\\W*ii\\W*$", "type 2"),
                    same(
                            "(?:,|\\band|\\bbut|\\brather than|\\binstead of)? ?\\bnot (?:the )?type ?(?:one|two|[12i]+)\\b,?",
                            " "),
                    same(
                            "\\b(type (?:one|two|[12i]+)),? (?:and |but )?not (?:type )?(?:one|two|[12])\\b",
                            "$1"),
                    same(
                            "\\b(?:random|casual|non-?fasting|not fasting|unfasted|postprandial|after (?:a )?meals?|anytime|whenever)\\b",
                            "any time"),
                    same(
                            "\\b(?:overnight fast|fasted|after (?:an? )?(?:overnight )?fast(?:ing)?|on an empty stomach|pre-?prandial|before breakfast|empty stomach)\\b",
                            "fasting"),
                    same(
                            "\\b(?:adult|late|maturity)[- ]onset\\b|\\bnon[- ]insulin[- ]dependent\\b|\\bniddm\\b",
                            "type 2"),
                    same(
                            "\\b(?:juvenile|autoimmune|insulin[- ]dependent|childhood|early)(?:[- ]onset)?\\b|\\biddm\\b",
                            "type 1"),
                    same("\\btype (?:one|i)\\b|\\bt1d?m?\\b|\\bdm ?1\\b", "type 1"),
                    same("\\btype (?:two|ii)\\b|\\bt2d?m?\\b|\\bdm ?2\\b", "type 2"),
                    same("\\bdiabetics?\\b", "diabetes"),
                    same("\\bmammary\\b", "breast"),
                    same(
                            "\\b(?:colon|bowel|rectal|rectum|intestinal|large bowel|gut|colorectum)\\b",
                            "colorectal"),
                    same("\\b(?:pulmonary|bronchial|lungs)\\b", "lung"),
                    same("\\bprostatic\\b", "prostate"),
                    same("\\b(?:kind|sort|form|variety|variant|version)s?\\b", " "));

    private AnswerWords() {}

    private static Same same(String said, String meant) {
        return new Same(Pattern.compile(said), meant);
    }

    static String plain(String english) {
        String text = english.toLowerCase(Locale.ROOT);
        for (Same s : SAME) {
            text = s.said().matcher(text).replaceAll(s.meant());
        }
        return text;
    }

    /** "fasting above 150": another limit of one of the choices. */
    static Optional<String> measured(List<Clarification> open, String message, Language likely) {
        Matcher limit = LIMIT.matcher(message.strip());
        if (open.isEmpty() || !limit.matches()) {
            return Optional.empty();
        }
        return Choosing.of(open.get(0), limit.group(1), likely).stream()
                .flatMap(c -> c.edits().stream())
                .filter(e -> e instanceof Edit.AddConstraint)
                .map(e -> ((Edit.AddConstraint) e).constraint())
                .filter(c -> c instanceof Constraint.Require)
                .map(c -> ((Constraint.Require) c).criterion())
                .filter(c -> c instanceof Criterion.ObservationWithin)
                .map(c -> ((Criterion.ObservationWithin) c).observation())
                .flatMap(id -> Measurands.bundled().find(id).stream())
                .findFirst()
                .map(m -> m.name() + " " + limit.group(2));
    }

    /**
     * What an answer says together with the word that raised the question: "gestational" of a
     * diabetes is gestational diabetes.
     */
    static Optional<String> completed(
            List<Clarification> open,
            String message,
            Reader rules,
            CohortSpec spec,
            Language likely) {
        String plain = message.strip().replaceAll("[.!]+$", "");
        boolean conditions =
                !open.isEmpty()
                        && open.get(0).usual().edits().stream()
                                .allMatch(e -> e instanceof Edit.SetCondition);
        if (!conditions || plain.split("\\s+").length > 5 || plain.endsWith("?")) {
            return Optional.empty();
        }
        String label = open.get(0).usual().label();
        String noun = label.substring(label.lastIndexOf(' ') + 1);
        String whole = plain + " " + noun;
        return rules.read(whole, spec, likely) instanceof Reading.Understood u
                        && u.ignored().isEmpty()
                        && u.questions().isEmpty()
                        && u.edits().size() == 1
                        && u.edits().get(0).edit() instanceof Edit.SetCondition
                ? Optional.of(whole)
                : Optional.empty();
    }
}
