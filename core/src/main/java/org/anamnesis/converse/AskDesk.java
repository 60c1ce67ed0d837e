package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Regions;

/**
 * Answers questions: the published figure with who says so, and beside it what the built-in
 * population gives.
 */
final class AskDesk {
    private static final String EVERYONE =
            "Assumed: \"them\" are all US adults, as no condition is named; name one to ask about"
                    + " its patients, for example \"US adults with type 2 diabetes\".";

    private final Evidence evidence;
    private final Supplier<ReferencePopulation> adults;
    private final QuestionReader reader = new QuestionReader();

    /**
     * @param adults the built-in population of adults, looked at when a question needs it
     */
    AskDesk(Evidence evidence, Supplier<ReferencePopulation> adults) {
        this.adults = adults;
        this.evidence = evidence;
    }

    /**
     * @throws RequestException if the question is not understood or no figure is known
     */
    Answer answer(String text) {
        return answer(text, Optional.empty());
    }

    /**
     * @param them concept id of the condition of those whom "them" means, if a cohort is talked
     *     about
     */
    Answer answer(String text, Optional<String> them) {
        Question question = reader.read(text, them);
        noRegions(question);
        Answer answer = answer(question);
        return aboutEveryone(question) && reader.refersBack(text)
                ? assuming(answer, EVERYONE)
                : answer;
    }

    /** What differs between regions here is their people's race and ethnicity, and chance. */
    private static void noRegions(Question question) {
        List<Criterion> asked = new ArrayList<>();
        if (question instanceof Question.Statistic q) {
            asked.addAll(q.filters());
        } else if (question instanceof Question.Share q) {
            asked.addAll(q.what());
            asked.addAll(q.filters());
        } else if (question instanceof Question.Prevalence q) {
            asked.addAll(q.filters());
        }
        if (asked.stream().anyMatch(Regions::in)) {
            throw NoFigure.of(
                    "by region",
                    "No figure by census region is known here: the survey's public files do not tell the region, and "
                            + Regions.BORROWED
                            + ".",
                    "the same question about the whole United States, or by race and ethnicity");
        }
    }

    /**
     * @throws RequestException if no figure is known
     */
    Answer answer(Question question) {
        if (question instanceof Question.Sources q) {
            return new SourcesAnswer(evidence, adults.get()).answer(q);
        }
        if (question instanceof Question.Statistic q) {
            return new StatisticAnswer(evidence, adults.get()).answer(q);
        }
        if (question instanceof Question.Share q) {
            return new ShareAnswer(evidence, adults.get()).share(q);
        }
        if (question instanceof Question.Prevalence q) {
            return new ShareAnswer(evidence, adults.get()).prevalence(q);
        }
        if (question instanceof Question.OddsRatio q) {
            return new OddsAnswer(evidence).answer(q);
        }
        if (question instanceof Question.Definition q) {
            return new GuidelineAnswer(evidence).definition(q);
        }
        if (question instanceof Question.Target q) {
            return new GuidelineAnswer(evidence).target(q);
        }
        if (question instanceof Question.Guidelines q) {
            return new GuidelineAnswer(evidence).guidelines(q);
        }
        if (question instanceof Question.Range q) {
            return range(Measurands.bundled().get(q.observation()));
        }
        if (question instanceof Question.Together q) {
            return new TogetherAnswer(evidence, adults.get()).answer(q);
        }
        if (question instanceof Question.Meaning q) {
            return MeaningAnswer.of(q);
        }
        if (question instanceof Question.Judged q) {
            return new JudgedAnswer(evidence, adults.get()).answer(q);
        }
        if (question instanceof Question.Contrast q) {
            return new ContrastAnswer(this::answer).answer(q);
        }
        if (question instanceof Question.Companions q) {
            return new CompanionsAnswer(evidence).answer(q);
        }
        if (question instanceof Question.Differ q) {
            return differ(q);
        }
        if (question instanceof Question.OfStudy q) {
            return StudyAnswer.of(q);
        }
        if (question instanceof Question.Studies) {
            return StudyAnswer.all();
        }
        if (question instanceof Question.Real) {
            return real();
        }
        throw new RequestException(((Question.Unknown) question).problems());
    }

    /** One definition after the other. */
    private Answer differ(Question.Differ q) {
        List<String> lines = new ArrayList<>();
        List<Object> typed = new ArrayList<>();
        for (Question.Definition d : q.between()) {
            Answer one = new GuidelineAnswer(evidence).definition(d);
            lines.add(one.text());
            lines.addAll(one.lines());
            typed.add(one.json());
        }
        return new Answer(
                "How each of them is defined:",
                lines,
                Typed.object("kind", "difference", "definitions", typed));
    }

    /** Unit, reference range and limits of an observation. */
    static Answer range(Measurand m) {
        List<String> lines = new ArrayList<>();
        lines.add("unit: " + (m.unit().isEmpty() ? "an answer, not a number" : m.unit()));
        m.reference().ifPresent(r -> lines.add("reference range: " + span(r) + " (unverified)"));
        if (!m.referenceNote().isBlank()) {
            lines.add("note: " + m.referenceNote() + " (unverified)");
        }
        m.plausible().ifPresent(r -> lines.add("a record may hold: " + span(r)));
        if (!m.conversions().isEmpty()) {
            lines.add(
                    "also understood in: "
                            + String.join(
                                    ", ", m.conversions().stream().map(c -> c.unit()).toList()));
        }
        String range = m.reference().map(AskDesk::span).orElse("no single reference range");
        return new Answer(
                "%s: %s (general knowledge, unverified; laboratories differ)"
                        .formatted(m.name(), range),
                lines,
                Typed.object(
                        "kind", "range", "observation", m.id(), "unit", m.unit(), "range", range));
    }

    private static String span(QuantityRange r) {
        String low = Double.isInfinite(r.low()) ? "" : Amounts.of(r.low(), "");
        String high = Double.isInfinite(r.high()) ? "" : Amounts.of(r.high(), "");
        String both =
                low.isEmpty()
                        ? "up to " + high
                        : high.isEmpty() ? "from " + low : low + " to " + high;
        return both.strip() + " " + r.unit();
    }

    private static Answer real() {
        return new Answer(
                "No. Every row is synthetic: redrawn from a synthetic census that was learned from public survey microdata.",
                List.of(
                        "no row describes a participant or any other real person",
                        "fit for teaching, testing, method development; not for clinical decisions or for findings about real people"),
                Typed.object("kind", "real", "real", false));
    }

    private static boolean aboutEveryone(Question question) {
        return (question instanceof Question.Statistic s && s.condition().isEmpty())
                || (question instanceof Question.Share h && h.condition().isEmpty());
    }

    private static Answer assuming(Answer answer, String assumption) {
        List<String> lines = new ArrayList<>(List.of(assumption));
        lines.addAll(answer.lines());
        Map<String, Object> json = new LinkedHashMap<>(answer.json());
        json.put("assumptions", List.of(assumption));
        return new Answer(answer.text(), lines, json);
    }
}
