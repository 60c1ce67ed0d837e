package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.BorrowedFacts;
import org.anamnesis.plan.Planner;
import org.anamnesis.plan.Reach;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Populations;

/** Evidence and population, for turns that look something up; read when first needed. */
final class Surroundings {
    /** What a request leaves, of which population, with the warnings that belong to it. */
    record Seen(Reach reach, String about, List<String> warnings) {
        /** With what is kept and cannot be made yet. */
        Seen warning(List<Problem> later) {
            List<String> all = new ArrayList<>(warnings);
            later.forEach(
                    p ->
                            all.add(
                                    p.message()
                                            + " It is kept; to make files now, ask for "
                                            + p.suggestion()
                                            + "."));
            return new Seen(reach, about, all);
        }
    }

    private final Evidence evidence = Evidence.bundled();
    private final ReferencePopulation[] people = new ReferencePopulation[4];

    /**
     * @throws org.anamnesis.problem.RequestException if the request cannot be met
     */
    synchronized Seen look(CohortSpec spec) {
        ReferencePopulation of = people(spec);
        Reach reach = Planner.reach(spec, evidence, of);
        List<String> warnings = Warnings.of(reach);
        if (Populations.borrowed(spec)) {
            warnings.add(Populations.warning(spec.population()));
            reach.explained().stream().filter(BorrowedFacts::moved).forEach(warnings::add);
        }
        return new Seen(reach, of.about(), warnings);
    }

    /**
     * The figures in which two requests differ.
     *
     * @throws org.anamnesis.problem.RequestException if one of them cannot be met
     */
    synchronized Beside beside(CohortSpec before, CohortSpec after) {
        return Beside.of(
                Planner.statistics(before, evidence, people(before)),
                Planner.statistics(after, evidence, people(after)),
                people(after).about());
    }

    synchronized Answer answer(String question, CohortSpec spec) {
        return new AskDesk(evidence, () -> people(true, false)).answer(question, spec.condition());
    }

    synchronized Answer answer(Question question) {
        return new AskDesk(evidence, () -> people(true, false)).answer(question);
    }

    /** What is known about the things named, when a question has no answer. */
    synchronized Optional<Answer> nearest(String question, CohortSpec spec, List<Problem> why) {
        return new NearestAnswer(evidence).to(question, spec, why);
    }

    /** How many people of the country a request leaves. */
    static Answer rarity(Seen seen) {
        Reach reach = seen.reach();
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

    private ReferencePopulation people(CohortSpec spec) {
        boolean[] who = Planner.adultsAndChildren(spec);
        return people(who[0], who[1]);
    }

    private ReferencePopulation people(boolean adults, boolean children) {
        int at = (adults ? 1 : 0) + (children ? 2 : 0);
        if (people[at] == null) {
            people[at] = ReferencePopulation.bundled(adults, children);
        }
        return people[at];
    }
}
