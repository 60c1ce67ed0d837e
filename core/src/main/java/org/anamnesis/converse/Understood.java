package org.anamnesis.converse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.plan.Rhythms;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Populations;
import org.anamnesis.spec.Timeline;

/**
 * A message applied to a specification.
 *
 * @param spec afterwards; if there are problems, with what was understood beside them, for further
 *     checks alone
 * @param understood a sentence an edit, with the words it rests on
 * @param assumed what the reader decided
 * @param notUsed words that were not used
 * @param problems why it was not understood
 * @param question the message, if it is a question to be answered rather than a request
 * @param unclear where two readings differ; {@code spec} holds the usual ones
 * @param links phrases that were looked up by meaning
 * @param edits what was understood, each with its words
 */
record Understood(
        CohortSpec spec,
        List<String> understood,
        List<String> assumed,
        List<String> notUsed,
        List<Problem> problems,
        Optional<String> question,
        List<Clarification> unclear,
        List<Reading.Linked> links,
        List<Reading.Quoted> edits) {
    static final String NAMES = "made-up names and addresses";
    static final String GAPS = "gaps as in practice";

    static Understood of(String message, CohortSpec before, Reader reader) {
        return of(message, before, reader, Language.EN);
    }

    /**
     * @param likely the language of a message that shows none
     */
    static Understood of(String message, CohortSpec before, Reader reader, Language likely) {
        return of(message, before, reader.read(message, before, likely));
    }

    static Understood of(String message, CohortSpec before, Reading reading) {
        if (reading instanceof Reading.Understood u) {
            List<String> lines = quoted(u.edits());
            return new Understood(
                    applied(u.edits(), before),
                    lines,
                    u.assumptions(),
                    u.ignored(),
                    List.of(),
                    Optional.empty(),
                    u.questions(),
                    u.links(),
                    u.edits());
        }
        if (reading instanceof Reading.Question q) {
            return new Understood(
                    before,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of(q.text()),
                    List.of(),
                    List.of(),
                    List.of());
        }
        var refused = (Reading.NotUnderstood) reading;
        return new Understood(
                applied(refused.edits(), before),
                List.of(),
                List.of(),
                List.of(),
                Abroad.told(
                        refused.problems(), message, applied(refused.edits(), before).condition()),
                Optional.empty(),
                List.of(),
                List.of(),
                refused.edits());
    }

    /** The same with words beside it that were not read. */
    Understood leaving(String words) {
        List<String> left = new ArrayList<>(notUsed);
        left.add(words);
        return new Understood(
                spec, understood, assumed, left, problems, question, unclear, links, edits);
    }

    /** What was looked up by meaning, and whether it is asked about. */
    List<Turn.Linked> linked() {
        List<String> asked = unclear.stream().map(Clarification::quote).toList();
        return links.stream()
                .map(
                        l ->
                                new Turn.Linked(
                                        l.quote(),
                                        l.near().concept().id(),
                                        l.near().concept().name(),
                                        l.near().similarity(),
                                        !asked.contains(l.quote())))
                .toList();
    }

    /** Each edit in words, with the words that it rests on where there are some. */
    static List<String> quoted(List<Reading.Quoted> edits) {
        List<String> lines = new ArrayList<>();
        for (Reading.Quoted q : edits) {
            String quote = q.quote().strip();
            lines.add(words(q.edit()) + (quote.isEmpty() ? "" : " (\"" + quote + "\")"));
        }
        return lines;
    }

    private static CohortSpec applied(List<Reading.Quoted> edits, CohortSpec before) {
        return Amendment.of(before, edits.stream().map(Reading.Quoted::edit).toList());
    }

    static String words(Edit edit) {
        if (edit instanceof Edit.SetCount e) {
            return String.format(Locale.ROOT, "%,d patients", e.count());
        }
        if (edit instanceof Edit.SetCondition e) {
            return everyone(e.condition());
        }
        if (edit instanceof Edit.DropCondition) {
            return "no condition that everyone has";
        }
        if (edit instanceof Edit.SetPopulation e) {
            return "population " + Populations.inWords(e.population());
        }
        if (edit instanceof Edit.AddConstraint e) {
            return Words.of(e.constraint());
        }
        if (edit instanceof Edit.Forget e) {
            return "nothing asked of " + Words.named(e.subject());
        }
        if (edit instanceof Edit.MoveMean e) {
            return Words.of(new Constraint.Shift(e.observation(), e.factor(), e.plus()));
        }
        if (edit instanceof Edit.AddOverwrite e) {
            return Words.of(e.overwrite());
        }
        if (edit instanceof Edit.SetTimeline e) {
            return Words.of(new Timeline(e.years(), e.visitsPerYear()));
        }
        if (edit instanceof Edit.Pace e) {
            return Rhythms.of(e.of(), e.first(), e.then());
        }
        if (edit instanceof Edit.CountContacts e) {
            return Rhythms.of(e.count());
        }
        if (edit instanceof Edit.SetIndexDate e) {
            return "index date " + e.day();
        }
        if (edit instanceof Edit.SetCalendar e) {
            return calendar(e.first(), e.last());
        }
        if (edit instanceof Edit.SinceBirth) {
            return "history from birth to the index visit";
        }
        if (edit instanceof Edit.SinceDiagnosis) {
            return "history from the diagnosis to the index visit";
        }
        if (edit instanceof Edit.LeaveOut e) {
            return e.out() ? "no " + e.what().label() : e.what().label() + " as in practice";
        }
        if (edit instanceof Edit.DropTimeline) {
            return "no history before the index visit";
        }
        if (edit instanceof Edit.AddOwn e) {
            return OwnWords.of(e.own());
        }
        if (edit instanceof Edit.UseUnit e) {
            return Words.named(e.observation()) + " in " + OwnWords.plain(e.unit());
        }
        if (edit instanceof Edit.NamePatients e) {
            return e.named() ? NAMES : "no names and addresses";
        }
        if (edit instanceof Edit.GapsAsInPractice e) {
            return e.asked() ? GAPS : "no gaps of practice";
        }
        if (edit instanceof Edit.OrderStudies e) {
            return e.people() ? StudyWords.of(e.order()) : StudyWords.change(e.order());
        }
        if (edit instanceof Edit.DropStudies e) {
            return "no " + StudyWords.name(e.kind());
        }
        if (edit instanceof Edit.UseUnits e) {
            return e.system().map(s -> s + " units").orElse("the usual units");
        }
        if (edit instanceof Edit.SetGroups e) {
            return Words.of(e.groups());
        }
        if (edit instanceof Edit.ResizeGroup e) {
            return "group " + e.name() + " " + Amounts.number(e.percent()) + " %";
        }
        if (edit instanceof Edit.AskGroup e) {
            return "group "
                    + e.name()
                    + ": "
                    + String.join(", ", e.constraints().stream().map(Words::of).toList());
        }
        if (edit instanceof Edit.MatchGroups e) {
            return e.variables().isEmpty()
                    ? "the groups need not be alike in anything"
                    : "same "
                            + String.join(
                                    " and ", e.variables().stream().map(Words::named).toList())
                            + " in all groups";
        }
        if (edit instanceof Edit.Suppose) {
            return "a what-if beside the cohort as it was";
        }
        if (edit instanceof Edit.EndWhatIf e) {
            return e.keepVariant() ? "the variant is kept" : "back to the baseline";
        }
        if (edit instanceof Edit.SetObservations e) {
            return words(e.observations());
        }
        if (edit instanceof Edit.SetSeed e) {
            return "seed " + e.seed();
        }
        if (edit instanceof Edit.SetEngine e) {
            return "engine " + e.engine();
        }
        return "formats " + String.join(", ", ((Edit.SetFormats) edit).formats());
    }

    /** The whole specification, a sentence a part: what was asked, whoever asked it and how. */
    static List<String> lines(CohortSpec spec) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%,d patients", spec.count()));
        spec.condition().ifPresent(c -> lines.add(everyone(c)));
        lines.add("population " + Populations.inWords(spec.population()));
        spec.constraints().forEach(c -> lines.add(Words.of(c)));
        lines.add(words(spec.observations()));
        spec.beyond().overwrites().forEach(o -> lines.add(Words.of(o)));
        spec.beyond().timeline().ifPresent(t -> lines.add(Words.of(t)));
        spec.beyond().own().forEach(o -> lines.add(OwnWords.of(o)));
        String units = OwnWords.of(spec.beyond().units());
        if (!units.isEmpty()) {
            lines.add(units);
        }
        if (!spec.beyond().groups().isEmpty()) {
            lines.add(Words.of(spec.beyond().groups()));
        }
        if (spec.beyond().names()) {
            lines.add(NAMES);
        }
        if (spec.beyond().gaps()) {
            lines.add(GAPS);
        }
        spec.beyond().studies().forEach(s -> lines.add(StudyWords.of(s)));
        spec.beyond()
                .baseline()
                .ifPresent(
                        b ->
                                lines.add(
                                        "a what-if; changed against the baseline: "
                                                + String.join(
                                                        ", ",
                                                        Difference.lines(b.spec(), alone(spec)))));
        return lines;
    }

    private static CohortSpec alone(CohortSpec spec) {
        return spec.withBeyond(spec.beyond().withBaseline(Optional.empty()));
    }

    private static String everyone(String condition) {
        return condition.equals("general-population")
                ? "people of the general population"
                : "everyone has " + Words.named(condition);
    }

    static String words(ObservationChoice asked) {
        List<String> parts = new ArrayList<>();
        if (asked.count() == ObservationChoice.EVERY) {
            parts.add("all observations that are known of the condition");
        } else if (asked.count() > asked.named().size()) {
            String beside = asked.named().isEmpty() ? "" : " beside those named";
            parts.add(
                    "%d observations, the most important of the condition%s"
                            .formatted(asked.count(), beside));
        }
        asked.named().forEach(id -> parts.add(Words.named(id)));
        asked.dropped().forEach(id -> parts.add("no " + Words.named(id)));
        return String.join(", ", parts);
    }

    /** "history from 2019 to 2024" of whole years, else with its days. */
    private static String calendar(LocalDate first, LocalDate last) {
        boolean years = first.getDayOfYear() == 1 && last.plusDays(1).getDayOfYear() == 1;
        if (!years) {
            return "history from " + first + " to " + last;
        }
        return first.getYear() == last.getYear()
                ? "history of the year " + first.getYear()
                : "history from " + first.getYear() + " to " + last.getYear();
    }
}
