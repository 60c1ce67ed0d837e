package org.anamnesis.converse;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Courtesy;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.Valued;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** Which of the choices an answer means: by its number, or by words that only it has. */
final class Choosing {
    private static final List<Set<String>> ORDINALS =
            List.of(
                    Set.of("1", "first", "a", "1st", "former"),
                    Set.of("2", "second", "b", "2nd", "latter"),
                    Set.of("3", "third", "c", "3rd"),
                    Set.of("4", "fourth", "d", "4th"));
    private static final Set<String> EMPTY =
            Set.of(
                    ("the one option choice number please i mean meant it is of them take "
                                    + "want use that with go for lets say should be only just ok okay no "
                                    + "sorry would course obviously definitely sure probably guess think "
                                    + "naturally thanks then now pick choose yeah its im suppose make talking "
                                    + "about referring refer to talk was id d prefer like rather well hmm my "
                                    + "bet must assume reckon presumably perhaps maybe certainly clearly by "
                                    + "this here we re need had in mind interested thinking thought meaning "
                                    + "called what s m ll ve wanted speaking speak regarding concerning "
                                    + "believe fancy they have has who are ones people patients persons "
                                    + "person patient set exactly really actually us let measured tested taken drawn "
                                    + "sampled collected obtained pls plz thx cheers ta")
                            .split(" "));
    private static final Set<String> NO =
            Set.of(
                    "no",
                    "nope",
                    "no thanks",
                    "no thank you",
                    "nein",
                    "nein danke",
                    "non",
                    "不",
                    "不是");
    private static final Set<String> YES =
            Set.of("yes", "yep", "yes please", "ja", "ja bitte", "sí", "si", "oui", "是", "是的");
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:.* )?(?:option|choice|number|answer|no|nr|item|possibility|alternative|variant)"
                            + " ?([1-4]|one|two|three|four)(?: please| then| thanks)?");
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four");
    private static final Set<String> KINDS = Set.of("type", "kind", "sort", "reading", "answer");
    private static final int LONGEST = 10;

    private static final Pattern UNIT = Pattern.compile("(?i)%|[a-zµμ]+/[a-z]+");

    private Choosing() {}

    /** Whether the words say a number or a share and nothing else. */
    static boolean amount(String spoken, Language likely) {
        String message = Courtesy.without(spoken);
        Set<String> said = words(AnswerWords.plain(Language.english(message, likely)));
        said.removeAll(EMPTY);
        return !said.isEmpty()
                && said.stream().allMatch(w -> w.matches("[0-9.]+%?|%|percent|half|third|quarter"));
    }

    /** Of the first question that the words answer. */
    static Optional<Clarification.Choice> of(
            List<Clarification> open, String spoken, Language likely) {
        return open.stream().flatMap(q -> of(q, spoken, likely).stream()).findFirst();
    }

    static Optional<Clarification.Choice> of(
            Clarification question, String spoken, Language likely) {
        String message = Courtesy.without(spoken);
        Set<String> said = words(AnswerWords.plain(Language.english(message, likely)));
        String plain =
                message.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s。！]+", " ").strip();
        if (NO.contains(plain) || YES.contains(plain)) {
            String label = NO.contains(plain) ? "no: " : "yes: ";
            Optional<Clarification.Choice> clear =
                    question.choices().stream()
                            .filter(c -> c.label().startsWith(label))
                            .findFirst();
            if (clear.isPresent()) {
                return clear;
            }
        }
        String hash = message.strip().startsWith("#") ? "number " : "";
        Optional<Clarification.Choice> counted = numbered(question, hash + plain);
        if (counted.isPresent()) {
            return counted;
        }
        said.removeAll(EMPTY);
        if (said.isEmpty() || said.size() > LONGEST) {
            return Optional.empty();
        }
        List<Clarification.Choice> fit =
                question.choices().stream()
                        .filter(c -> words(c.label()).containsAll(said))
                        .toList();
        if (fit.size() == 1) {
            return Optional.of(fit.get(0));
        }
        Optional<Clarification.Choice> named = named(question, message);
        if (named.isPresent()) {
            return named;
        }
        if (said.equals(Set.of("yes")) || said.equals(Set.of("yes", "usual"))) {
            return Optional.of(question.usual());
        }
        if (said.stream().anyMatch(w -> w.matches("first|second|third|fourth|former|latter"))) {
            said.removeAll(KINDS);
        }
        for (int i = 0; i < Math.min(ORDINALS.size(), question.choices().size()); i++) {
            if (said.size() == 1 && ORDINALS.get(i).containsAll(said)) {
                return Optional.of(question.choices().get(i));
            }
        }
        boolean rarer = said.stream().anyMatch(w -> w.matches("rarer|rarest|uncommon|unusual"));
        if (rarer && question.choices().size() == 2) {
            return Optional.of(question.choices().get(1));
        }
        return otherwise(question, message, said, likely);
    }

    /** "azithro", of a choice that is called azithromycin; nothing else is said. */
    private static Optional<Clarification.Choice> named(Clarification question, String message) {
        List<String> names =
                Vocabulary.bundled().find(message).stream()
                        .map(m -> m.concept().name())
                        .distinct()
                        .toList();
        boolean brief = message.strip().split("\\s+").length < 4;
        return names.size() == 1 && brief
                ? question.choices().stream()
                        .filter(c -> c.label().equals(names.get(0)))
                        .findFirst()
                : Optional.empty();
    }

    /** "what are the options?" */
    static Answer choices(Clarification question) {
        List<String> labels = question.choices().stream().map(Clarification.Choice::label).toList();
        return new Answer(
                question.question(), labels, Typed.object("kind", "choices", "choices", labels));
    }

    /** "what's the difference?", between the conditions that are to choose from. */
    static Optional<Question> between(List<Clarification> open) {
        List<Question.Definition> all =
                open.stream()
                        .flatMap(q -> q.choices().stream())
                        .flatMap(c -> c.edits().stream())
                        .filter(e -> e instanceof Edit.SetCondition)
                        .map(e -> ((Edit.SetCondition) e).condition())
                        .distinct()
                        .map(c -> new Question.Definition(c, Optional.empty()))
                        .toList();
        return all.size() > 1 ? Optional.of(new Question.Differ(all)) : Optional.empty();
    }

    /** "neither": the question is dropped, and what raised it left out. */
    static boolean none(String message) {
        String plain = message.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
        return plain.matches(
                "(?:no |ok |well |hmm )?(?:neither|none)(?: of (?:them|these|those|the two|the above))?(?: please| thanks)?"
                        + "|(?:skip|leave out|leave|drop|ignore) (?:that|it|this|the question)(?: out)?(?: please)?"
                        + "|(?:leave|keep) (?:that|it|this) open|something else|(?:never ?mind|forget|skip|drop|leave out|scrap|ignore)(?: about)? (?:the|that|this|those|any) [a-z ]{2,30}"
                        + "|(?:no|any|all|every) (?:age|ages|particular age|age limits?|matter)|(?:the )?age (?:does not|doesn t|doesnt) matter|not any of (?:them|these|those)");
    }

    /**
     * Whether a question still waits after another change: nothing was said of what it is about.
     */
    static boolean waits(Clarification question, CohortSpec before, CohortSpec after) {
        boolean touched =
                question.choices().stream()
                        .flatMap(c -> c.edits().stream())
                        .anyMatch(e -> touched(e, before, after));
        return !touched && !settled(question, after);
    }

    private static boolean touched(Edit edit, CohortSpec before, CohortSpec after) {
        if (edit instanceof Edit.SetCondition) {
            return !before.condition().equals(after.condition());
        }
        if (edit instanceof Edit.SetCount) {
            return before.count() != after.count();
        }
        if (edit instanceof Edit.AddOwn) {
            return !before.beyond().own().equals(after.beyond().own());
        }
        return edit instanceof Edit.AddConstraint a
                && !about(a.constraint(), before).equals(about(a.constraint(), after));
    }

    private static List<Constraint> about(Constraint c, CohortSpec spec) {
        Edit.Forget subject = Edit.Forget.about(c);
        return spec.constraints().stream()
                .filter(o -> Edit.Forget.about(o).equals(subject))
                .toList();
    }

    /** "not type 1" of two, or another share than those offered. */
    private static Optional<Clarification.Choice> otherwise(
            Clarification question, String message, Set<String> said, Language likely) {
        boolean not = said.contains("not") && question.choices().size() == 2;
        if (not) {
            Set<String> rest = new LinkedHashSet<>(said);
            rest.remove("not");
            List<Clarification.Choice> fit =
                    question.choices().stream()
                            .filter(c -> !rest.isEmpty() && words(c.label()).containsAll(rest))
                            .toList();
            return fit.size() == 1
                    ? question.choices().stream().filter(c -> !fit.contains(c)).findFirst()
                    : Optional.empty();
        }
        Optional<BareAmount> amount = BareAmount.of(message, likely);
        boolean share =
                amount.isPresent()
                        && amount.get().percent()
                        && amount.get().value() >= 0
                        && amount.get().value() <= 100;
        if (share
                && question.usual().edits().size() == 1
                && question.usual().edits().get(0) instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Share h) {
            var other = new Constraint.Share(h.criterion(), amount.get().value());
            return Optional.of(
                    new Clarification.Choice(
                            message.strip(), List.of(new Edit.AddConstraint(other)), ""));
        }
        return amount.isPresent() && question.anyNumber()
                ? valued(question, amount.get())
                : Optional.empty();
    }

    /** "850" behind "770, 840 or 1,050 patients?"; "7 years" is how far, and no age. */
    private static Optional<Clarification.Choice> valued(
            Clarification question, BareAmount amount) {
        Edit usual = question.usual().edits().get(0);
        return amount.sign().isEmpty()
                ? Valued.of(usual, amount.value(), amount.percent())
                        .map(e -> new Clarification.Choice(amount.written(), List.of(e), ""))
                : Optional.empty();
    }

    /** "option 1" is the first, whatever its words. */
    private static Optional<Clarification.Choice> numbered(Clarification question, String plain) {
        Matcher number = NUMBERED.matcher(plain);
        String said = number.matches() ? number.group(1) : "0";
        int n = said.matches("[0-9]") ? Integer.parseInt(said) : NUMBERS.indexOf(said) + 1;
        return n > 0 && n <= question.choices().size()
                ? Optional.of(question.choices().get(n - 1))
                : Optional.empty();
    }

    /** "above 8", of what the question is about; empty if it is about no observation. */
    static Optional<String> measured(List<Clarification> open, String message, Language likely) {
        if (open.isEmpty() || BareAmount.of(message, likely).isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(open.get(0).usual()), open.get(0).choices().stream())
                .flatMap(c -> c.edits().stream())
                .flatMap(e -> limited(e).stream())
                .filter(m -> inItsUnit(m, message))
                .findFirst()
                .map(m -> shortly(m) + " " + message.strip());
    }

    /** Its name without what stands behind it: "eGFR", "Creatinine". */
    static String shortly(Measurand m) {
        return m.name().replaceFirst("(?:,| \\().*", "");
    }

    private static Optional<Measurand> limited(Edit edit) {
        return edit instanceof Edit.AddConstraint a
                        && a.constraint() instanceof Constraint.Require r
                        && r.criterion() instanceof Criterion.ObservationWithin o
                ? Measurands.bundled().find(o.observation())
                : Optional.empty();
    }

    /** "above 200 mg/dL" is no HbA1c; what names no unit may be of any. */
    private static boolean inItsUnit(Measurand m, String message) {
        Matcher said = UNIT.matcher(message);
        if (!said.find()) {
            return true;
        }
        String unit = said.group().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(m.unit()), m.conversions().stream().map(c -> c.unit()))
                .anyMatch(u -> u.toLowerCase(Locale.ROOT).equals(unit));
    }

    /** Whether one of its choices is what is asked already. */
    static boolean settled(Clarification question, CohortSpec spec) {
        return question.choices().stream()
                .filter(c -> !c.edits().isEmpty())
                .anyMatch(c -> Amendment.of(spec, c.edits()).equals(spec));
    }

    private static Set<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", " ");
        Set<String> all = new LinkedHashSet<>(Arrays.asList(plain.strip().split(" ")));
        all.removeIf(w -> w.isEmpty() || w.equals("."));
        return all;
    }
}
