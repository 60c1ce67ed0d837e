package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.generate.DrawnPopulation;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/**
 * The plan of a request. If a network is asked for, the request is planned twice: on the census,
 * which says what is asked and how rare it is, and then on people whom the network draws for it, in
 * the place of the census. Selections, shares and means are met among them as among the census.
 */
final class NetworkPlan {
    /** Drawn people for each patient, so that shares and means have a choice. */
    private static final int MORE = 3;

    /** Fewer, and small cohorts would have no choice. */
    private static final int FEWEST = 2_000;

    /** Memory: a drawn person has 105 values of 8 bytes. */
    private static final int MANY = 60_000;

    /** Patients of one drawn person on average, moved a little from each other, at most. */
    private static final int ALIKE = 2;

    /** Fewer effective people are no population. */
    private static final int LEAST = 30;

    /** Rows drawn at most for a request: about a quarter of a minute. */
    private static final long MOST = 400_000;

    /** Diffusion draws a row in fourteen steps, and can be given most conditions. */
    private static final long MOST_IN_STEPS = 40_000;

    /**
     * A share that is off by more SD than this, however the people are weighted, makes them others
     * than those asked for.
     */
    private static final double FAR = 0.5;

    /**
     * From here on people are drawn freely, and those who meet the request are looked for among
     * them: of people with heart failure the GAN, told of it, was off by 1.5 SD, and by 0.1 SD when
     * it drew freely.
     */
    private static final double UNLIKE = 0.25;

    private NetworkPlan() {}

    /**
     * What is made, and what it is seen beside.
     *
     * @param onCensus the same if no network was asked for
     * @param network what it says of itself, JSON values only; empty if there is none
     */
    record Both(GenerationPlan plan, GenerationPlan onCensus, Map<String, Object> network) {}

    /**
     * Plans.
     *
     * @throws RequestException with every problem, if the request cannot be met
     */
    static Both of(CohortSpec spec, Evidence evidence, ReferencePopulation census) {
        GenerationPlan onCensus = Planner.plan(spec, evidence, census);
        if (!Pretrained.network(spec.engine())) {
            return new Both(onCensus, onCensus, Map.of());
        }
        if (Planner.adultsAndChildren(spec)[1]) {
            throw refused(
                    "spec.engine.adults",
                    spec,
                    "The network %s has learned from adults alone; this request has children."
                            .formatted(spec.engine()),
                    "engine trees, or adults");
        }
        ModelFile model = Pretrained.model(spec.engine());
        long most = spec.engine().equals("diffusion") ? MOST_IN_STEPS : MOST;
        int wanted = (int) Math.min(MANY, Math.max(FEWEST, MORE * spec.count()));
        boolean told = true;
        while (true) {
            DrawnPopulation drawn =
                    DrawnPopulation.of(
                            spec.engine(), model.rows(), onCensus, census, told, wanted, most);
            if (drawn.off() > (told ? UNLIKE : FAR)) {
                if (!told) {
                    throw strange(spec, drawn);
                }
                told = false;
                continue;
            }
            Optional<GenerationPlan> plan = planned(spec, evidence, drawn);
            if (plan.isPresent() && enough(plan.get())) {
                return new Both(
                        plan.get().seenFrom(reality(onCensus, plan.get()), said(model, drawn)),
                        onCensus,
                        about(model));
            }
            if (drawn.drawn() >= most || wanted >= MANY) {
                throw tooFew(spec, drawn, plan);
            }
            wanted = Math.min(MANY, 3 * wanted);
        }
    }

    private static RequestException strange(CohortSpec spec, DrawnPopulation drawn) {
        return refused(
                "spec.engine.strange",
                spec,
                String.format(
                        Locale.ROOT,
                        "The network %s knows such people too little: what it draws is off from the reference population by %.1f SD, however weighted.",
                        spec.engine(),
                        drawn.off()),
                "engine trees");
    }

    /** Empty if too few people were drawn for what is asked: the census could meet it. */
    private static Optional<GenerationPlan> planned(
            CohortSpec spec, Evidence evidence, DrawnPopulation drawn) {
        if (drawn.found() < LEAST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Planner.plan(spec, evidence, drawn.people()));
        } catch (RequestException unmet) {
            return Optional.empty();
        }
    }

    private static boolean enough(GenerationPlan plan) {
        if (plan.groups().isEmpty()) {
            return enough(plan.count(), plan.reality().effectiveRows());
        }
        return plan.groups().stream().allMatch(g -> enough(g.patients(), g.effectiveRows()));
    }

    private static boolean enough(long patients, double people) {
        return people >= LEAST && patients <= ALIKE * people;
    }

    private static RequestException tooFew(
            CohortSpec spec, DrawnPopulation drawn, Optional<GenerationPlan> plan) {
        String found =
                String.format(
                        Locale.ROOT,
                        "Of %,d people that the network %s drew, %,d meet this request",
                        drawn.drawn(),
                        spec.engine(),
                        drawn.found());
        if (plan.isEmpty() || !plan.get().groups().isEmpty()) {
            return refused(
                    "spec.engine.rare",
                    spec,
                    found + ", too few for what is asked of all of them together.",
                    "engine trees");
        }
        double people = plan.get().reality().effectiveRows();
        long most = people < LEAST ? 0 : (long) (ALIKE * people);
        return refused(
                "spec.engine.rare",
                spec,
                found + ", too few for so many different patients.",
                most < 1
                        ? "engine trees"
                        : String.format(Locale.ROOT, "engine trees, or at most %d patients", most));
    }

    private static RequestException refused(
            String code, CohortSpec spec, String message, String suggestion) {
        return new RequestException(
                List.of(new Problem(code, "engine " + spec.engine(), message, suggestion)));
    }

    /** How rare the people are is known of the census; how many carry the request, of the drawn. */
    private static GenerationPlan.Reality reality(GenerationPlan census, GenerationPlan drawn) {
        GenerationPlan.Reality c = census.reality();
        GenerationPlan.Reality d = drawn.reality();
        return new GenerationPlan.Reality(
                c.selectedRows(),
                c.share(),
                c.shareOfCondition(),
                d.effectiveRows(),
                c.divergence(),
                d.learnedRows(),
                false);
    }

    private static List<String> said(ModelFile model, DrawnPopulation drawn) {
        List<String> said = new ArrayList<>();
        said.add(
                "the network %s drew the people, not trees; it has learned from %d adults of NHANES 2011 to March 2020, with questions that they were not asked filled in by trees"
                        .formatted(model.engine(), model.provenance().rowsLearned()));
        figure(model.quality().get("c2stHoldoutAuc"))
                .ifPresent(
                        auc ->
                                said.add(
                                        "how like the survey's people the network's are: boosted trees tell them from people it never saw with AUC %s (0.5 is perfect, 1 is always)"
                                                .formatted(auc)));
        said.add(
                "%d people were drawn and %d meet the request; how values go together is the network's"
                        .formatted(drawn.drawn(), drawn.found()));
        if (!Double.isNaN(drawn.off())) {
            said.add(
                    String.format(
                            Locale.ROOT,
                            "the people drawn were weighted towards the reference population, value by value, before what was asked was met: no share is now off by more than %.2f SD",
                            drawn.off()));
        }
        return said;
    }

    private static Optional<String> figure(Object of) {
        return of instanceof Map<?, ?> m && m.get("value") instanceof Number n
                ? Optional.of(String.format(Locale.ROOT, "%.2f", n.doubleValue()))
                : Optional.empty();
    }

    private static Map<String, Object> about(ModelFile model) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("model", Pretrained.file(model.engine()));
        about.put("learned_from", model.provenance().file());
        about.put("learned_from_sha256", model.provenance().sha256());
        about.put("learned_from_rows", model.provenance().rowsLearned());
        about.put("learned_on", model.provenance().date());
        about.put("parameters", model.parameters());
        about.put("privacy", model.privacy());
        about.put("quality", model.quality());
        return about;
    }
}
