package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;

/** Plans what is dealt to whom, and what of a class is left to the others. */
final class Deals {
    private static final double NOTHING = 1e-6;

    private final AssignedDrugs drugs;
    private final AskedIngredients ingredients;
    private final ConditionEvidence evidence;
    private final Remarks remarks;
    private final Map<String, AssignedDrugs.Asked> homes = new LinkedHashMap<>();

    Deals(
            AssignedDrugs drugs,
            AskedIngredients ingredients,
            ConditionEvidence evidence,
            Remarks remarks) {
        this.drugs = drugs;
        this.ingredients = ingredients;
        this.evidence = evidence;
        this.remarks = remarks;
        drugs.dealt().forEach(a -> homes.put(a.home().id(), a));
    }

    Optional<AssignedDrugs.Asked> of(DrugColumns.DrugClass census) {
        return homes.values().stream()
                .filter(a -> a.home().census().filter(census::equals).isPresent())
                .findFirst();
    }

    /** Those of which the census tells nothing. */
    List<AssignedDrugs.Asked> untold() {
        return homes.values().stream().filter(a -> a.home().census().isEmpty()).toList();
    }

    /** Drugs of the census that are left to those who are dealt none of the class. */
    List<String> left(AssignedDrugs.Asked a) {
        Set<String> asked = new LinkedHashSet<>();
        a.all().forEach(d -> asked.addAll(d.ingredients()));
        return a.home().ofCensus().stream()
                .filter(id -> !asked.contains(id))
                .filter(id -> allowed(a, id))
                .toList();
    }

    /** Every drug that may stand in the field: those of the census in its order, then others. */
    List<String> levels(AssignedDrugs.Asked a) {
        Set<String> dealt = new LinkedHashSet<>();
        a.all().stream().filter(d -> d.percent() > 0).forEach(d -> dealt.addAll(d.ingredients()));
        List<String> left = left(a);
        Set<String> all = new LinkedHashSet<>(a.home().ofCensus());
        all.removeIf(id -> !dealt.contains(id) && !left.contains(id));
        all.addAll(dealt);
        all.removeIf(id -> !allowed(a, id));
        return List.copyOf(all);
    }

    private boolean allowed(AssignedDrugs.Asked a, String ingredient) {
        return a.home().census().isEmpty()
                || ingredients.allows(a.home().census().get().column(), ingredient);
    }

    /**
     * @param groups how many the cohort consists of, the rest included; 0 if there are none
     */
    List<PlannedDeal> planned(int groups) {
        Map<String, List<AssignedDrugs.Asked>> deals = new LinkedHashMap<>();
        homes.forEach(
                (id, a) ->
                        deals.computeIfAbsent(
                                        drugs.together(a.home()).orElse(id), k -> new ArrayList<>())
                                .add(a));
        return deals.values().stream().map(d -> deal(d, groups)).toList();
    }

    private PlannedDeal deal(List<AssignedDrugs.Asked> classes, int groups) {
        Map<String, GenerationPlan.Ingredients> rests = new HashMap<>();
        for (AssignedDrugs.Asked a : classes) {
            List<String> left = left(a);
            if (!left.isEmpty()) {
                rests.put(a.home().id(), among(left));
            }
        }
        boolean byGroup = classes.stream().anyMatch(AssignedDrugs.Asked::byGroup);
        List<PlannedDeal.Scope> scopes = new ArrayList<>();
        for (int g = 0; g < (byGroup ? groups : 1); g++) {
            List<PlannedDeal.Option> options = new ArrayList<>();
            boolean own = !byGroup;
            for (AssignedDrugs.Asked a : classes) {
                boolean named = byGroup && g < a.groups().size();
                options.addAll(options(a.home().id(), named ? a.in(g) : a.everyone()));
                own |= named && !a.groups().get(g).isEmpty();
            }
            double nobody = drugs.nobody(classes.get(0).home());
            if (nobody > NOTHING) {
                options.add(new PlannedDeal.Option("", among(List.of()), nobody));
            }
            scopes.add(new PlannedDeal.Scope(options, own));
        }
        List<String> keys = classes.stream().map(a -> a.home().id()).toList();
        Optional<RowTest> among =
                Optional.of(classes.get(0).home())
                        .filter(drugs::within)
                        .map(h -> RowTest.yes(h.census().orElseThrow().column()));
        return new PlannedDeal(keys, among, scopes, byGroup, rests);
    }

    private GenerationPlan.Ingredients among(List<String> some) {
        return DrugShares.by(some, DrugShares.use(evidence, some));
    }

    /** What stands within another one is taken out of it. */
    private List<PlannedDeal.Option> options(String field, List<AskedDrug> asked) {
        Map<AskedDrug, Double> left = new LinkedHashMap<>();
        List<AskedDrug> smallFirst = new ArrayList<>(asked);
        smallFirst.sort((a, b) -> Integer.compare(a.ingredients().size(), b.ingredients().size()));
        List<PlannedDeal.Option> options = new ArrayList<>();
        for (AskedDrug d : smallFirst) {
            double percent = d.percent();
            List<String> which = new ArrayList<>(d.ingredients());
            for (var part : left.entrySet()) {
                if (part.getKey().within(d)) {
                    percent -= part.getValue();
                    which.removeAll(part.getKey().ingredients());
                }
            }
            which.removeIf(
                    id ->
                            homes.get(field).home().ofCensus().contains(id)
                                    && !allowed(homes.get(field), id));
            left.put(d, Math.max(0, percent));
            if (percent < -NOTHING || (percent > NOTHING && which.isEmpty())) {
                say(parts(d));
            } else if (percent > NOTHING) {
                options.add(new PlannedDeal.Option(field, among(which), percent));
            }
        }
        return options;
    }

    private void say(Problem problem) {
        if (!remarks.problems().contains(problem)) { // plans are made more than once
            remarks.problems().add(problem);
        }
    }

    /**
     * Says what is dealt, and beside it how many take it elsewhere.
     *
     * @param groups how many the cohort consists of, the rest included; 0 if there are none
     */
    void explain(int groups) {
        for (PlannedDeal deal : planned(groups)) {
            List<PlannedDeal.Scope> open =
                    deal.scopes().stream().filter(s -> s.percent() < 100 - NOTHING).toList();
            boolean kept = open.stream().anyMatch(PlannedDeal.Scope::others);
            for (String id : deal.fields()) {
                AssignedDrugs.Asked a = homes.get(id);
                List<String> left = kept ? used(a) : List.of();
                remarks.explain(
                        new DealtWords(a, left, open.isEmpty(), kind(a)).sentence(evidence));
            }
        }
        Map<String, Set<String>> together = new LinkedHashMap<>();
        for (AssignedDrugs.Asked a : homes.values()) {
            for (AskedDrug d : a.everyone()) {
                if (d.percent() > 0) {
                    drugs.together(a.home())
                            .map(n -> together.computeIfAbsent(n, k -> new LinkedHashSet<>()))
                            .ifPresent(words -> words.add(Words.of(d.constraint())));
                }
            }
        }
        together.forEach((name, words) -> remarks.explain(together(name, words)));
    }

    private DealtWords.Kind kind(AssignedDrugs.Asked a) {
        if (drugs.within(a.home())) {
            return DealtWords.Kind.WITHIN;
        }
        return drugs.knownBy(a.home()) ? DealtWords.Kind.KNOWN_BY : DealtWords.Kind.ANYBODY;
    }

    private static String together(String name, Set<String> words) {
        String what =
                switch (name) {
                    case AssignedDrugs.ONE_OF_THEM ->
                            "these shares make up everyone, so each patient takes one of these drugs";
                    case AssignedDrugs.ONE_AT_MOST ->
                            "each patient takes one of these drugs at most, which the survey knows these people by";
                    default -> "each patient takes one of them, as many the one as the other";
                };
        return "%s: %s".formatted(String.join(", ", words), what);
    }

    /** What is left and has a share of use. */
    private List<String> used(AssignedDrugs.Asked a) {
        GenerationPlan.Ingredients left = among(left(a));
        List<String> used = new ArrayList<>();
        for (int k = 0; k < left.ids().size(); k++) {
            double before = k == 0 ? 0 : left.cumulative().get(k - 1);
            if (left.cumulative().get(k) > before) {
                used.add(left.ids().get(k));
            }
        }
        return used;
    }

    /** Who takes a class and who says so; of what is left to others, as the people tell. */
    Provenance provenance(AssignedDrugs.Asked a, LearnedFrom from) {
        List<String> left = left(a);
        String dealt = "asked for; who takes it is chosen at random among the patients";
        String assumed = "that who takes what was asked for is independent of the other columns";
        if (left.isEmpty()) {
            return Provenance.asked(dealt).withAssumed(assumed);
        }
        String column = a.home().census().orElseThrow().column();
        Provenance p = from.taken(column, left.size(), DrugShares.use(evidence, left));
        String how = "%s; of the others %s".formatted(dealt, p.how());
        String both = p.assumed().isEmpty() ? assumed : assumed + "; " + p.assumed();
        return new Provenance(
                how, p.population(), p.period(), p.sources(), p.confidence(), both, false);
    }

    /**
     * How many take each drug or class of which something is dealt, by id, in %.
     *
     * @param census how many take a class of the census by themselves, in %
     */
    Map<String, Double> shares(List<PlannedGroup> groups, ToDoubleFunction<String> census) {
        Map<String, Double> all = new LinkedHashMap<>();
        drugs.taboo().forEach(id -> all.put(id, 0.0));
        for (PlannedDeal deal : planned(groups.size())) {
            for (String id : deal.fields()) {
                AssignedDrugs.Asked a = homes.get(id);
                double some = 0;
                double kept = 0;
                double patients = groups.stream().mapToLong(PlannedGroup::patients).sum();
                for (int s = 0; s < deal.scopes().size(); s++) {
                    PlannedDeal.Scope scope = deal.scopes().get(s);
                    double part = deal.byGroup() ? groups.get(s).patients() / patients : 1;
                    some += part * scope.percentOf(id);
                    kept += scope.others() ? part * (100 - scope.percent()) : 0;
                    double in = part;
                    boolean own = deal.byGroup() && s < a.groups().size();
                    (own ? a.in(s) : a.everyone())
                            .forEach(d -> all.merge(d.medication(), in * d.percent(), Double::sum));
                }
                if (deal.among().isPresent()) {
                    continue; // rows tell of the class
                }
                boolean left = !left(a).isEmpty();
                double others =
                        left
                                ? kept
                                        / 100
                                        * census.applyAsDouble(
                                                a.home().census().orElseThrow().column())
                                : 0;
                all.put(id, some + others);
            }
        }
        return all;
    }

    private static Problem parts(AskedDrug d) {
        return new Problem(
                "plan.medication.class",
                Words.of(d.constraint()),
                "this does not agree with the shares that were asked of single drugs of the class",
                "shares of its drugs that add up to that of the class");
    }
}
