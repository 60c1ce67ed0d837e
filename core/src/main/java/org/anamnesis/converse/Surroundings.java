package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Lately;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.plan.BorrowedFacts;
import org.anamnesis.plan.Look;
import org.anamnesis.plan.Planner;
import org.anamnesis.plan.Reach;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Populations;

/** Evidence and population, for turns that look something up. */
final class Surroundings implements World {
    /** Looks that are kept; each has a weight for every row that is left. */
    private static final int KEPT = 8;

    private final Shipped shipped;
    private final Evidence evidence;
    private final Lately<CohortSpec, Look> looks = new Lately<>(KEPT, this::looked);

    Surroundings(Shipped shipped) {
        this.shipped = shipped;
        this.evidence = shipped.evidence();
    }

    @Override
    public List<Problem> problems(CohortSpec spec) {
        return Today.problems(spec);
    }

    @Override
    public synchronized Seen look(CohortSpec spec) {
        Reach reach = seen(spec).reach();
        List<String> warnings = Warnings.of(reach);
        if (Populations.borrowed(spec)) {
            warnings.add(Populations.warning(spec.population()));
            reach.explained().stream().filter(BorrowedFacts::moved).forEach(warnings::add);
        }
        return new Seen(Optional.of(reach), shipped.people(spec).about(), warnings);
    }

    @Override
    public synchronized Beside beside(CohortSpec before, CohortSpec after) {
        return Beside.of(
                seen(before).statistics(), seen(after).statistics(), shipped.people(after).about());
    }

    @Override
    public synchronized List<String> observations(CohortSpec spec) {
        try {
            return seen(spec).observations();
        } catch (RequestException e) {
            return List.of();
        }
    }

    /** What a conversation looked at not long ago it looks at again: a baseline, a saved state. */
    private Look seen(CohortSpec asked) {
        return looks.of(asked.withBeyond(asked.beyond().withBaseline(Optional.empty())));
    }

    private Look looked(CohortSpec spec) {
        return Planner.look(spec, evidence, shipped.people(spec), this::seen);
    }

    @Override
    public synchronized Answer answer(String question, CohortSpec spec) {
        Question read = new QuestionReader().read(question, spec.condition());
        try {
            Answer answer =
                    new AskDesk(evidence, () -> shipped.people(true, false))
                            .answer(question, spec.condition());
            return ofCohort(answer, read, spec);
        } catch (RequestException e) {
            return ofCohortAlone(read, spec, e);
        }
    }

    @Override
    public synchronized Answer answer(Question question, CohortSpec spec) {
        Answer answer;
        try {
            answer = answer(question);
        } catch (RequestException e) {
            return ofCohortAlone(question, spec, e);
        }
        return ofCohort(answer, question, spec);
    }

    /** The cohort's own figure, where nothing else tells of it. */
    private Answer ofCohortAlone(Question question, CohortSpec spec, RequestException none) {
        if (!OfCohort.matters(question, spec)) {
            throw none;
        }
        return OfCohort.alone(question, seen(spec)).orElseThrow(() -> none);
    }

    @Override
    public synchronized Optional<Answer> known(Question question, CohortSpec spec) {
        try {
            return Optional.of(answer(question, spec));
        } catch (RequestException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Optional<Answer> wider(Question question, List<Problem> problems) {
        return question.wider()
                .flatMap(q -> known(q, CohortSpec.DEFAULT))
                .map(a -> instead(a, why(question).orElse(problems)));
    }

    private Optional<List<Problem>> why(Question question) {
        try {
            answer(question);
            return Optional.empty();
        } catch (RequestException e) {
            return Optional.of(e.problems());
        }
    }

    private static Answer instead(Answer near, List<Problem> why) {
        List<String> lines = new ArrayList<>(List.of(near.text()));
        lines.addAll(near.lines());
        String reason = Replies.told(why.get(0));
        return new Answer(
                "That has no answer here. " + reason + " What is known nearby:",
                lines,
                near.json());
    }

    private Answer ofCohort(Answer answer, Question question, CohortSpec spec) {
        if (question instanceof Question.OfStudy || question instanceof Question.Studies) {
            return StudyAnswer.within(answer, question, spec);
        }
        if (question instanceof Question.Judged q) {
            return JudgedAnswer.within(answer, q, spec);
        }
        try {
            return OfCohort.matters(question, spec)
                    ? OfCohort.beside(answer, question, seen(spec), shipped.people(spec).about())
                    : answer;
        } catch (RequestException e) { // the cohort cannot be made; the question has its answer
            return answer;
        }
    }

    @Override
    public synchronized Answer answer(Question question) {
        return new AskDesk(evidence, () -> shipped.people(true, false)).answer(question);
    }

    @Override
    public synchronized Optional<Answer> nearest(
            String question, CohortSpec spec, List<Problem> why) {
        return new NearestAnswer(evidence).to(question, spec, why);
    }

    /** How many people of the country a request leaves. */
    static Answer rarity(Seen seen) {
        Reach reach = seen.reach().orElseThrow();
        return new Answer(
                "About %s million people in the United States are like this: %s %% of the reference population."
                        .formatted(
                                Warnings.rounded(reach.residents() / 1e6),
                                Warnings.rounded(100 * reach.share())),
                List.of(
                        "%,d rows of the population meet every requirement; asked shares and means only weight them"
                                .formatted(reach.rows()),
                        "counted in: " + seen.about()),
                Typed.object(
                        "kind", "rarity",
                        "residents", reach.residents(),
                        "share", reach.share(),
                        "rows", reach.rows(),
                        "about", seen.about()));
    }
}
