package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Drugs that a request asks for and that the people of the reference population cannot tell apart:
 * drugs that the census has no column of, and some of a class that all of these people take. They
 * choose no rows; who takes them is dealt at random when patients are made.
 *
 * <p>Where one drug of a class is dealt, all that the request says of the class is: a patient takes
 * one of them. Only where they ask for more than one each is every drug dealt by itself.
 */
final class AssignedDrugs {
    private static final double ROUNDING = 1e-6;

    /** Deals of several classes, by what each patient takes of them. */
    static final String ONE_OF_THEM = "one of them";

    static final String ONE_AT_MOST = "one at most";

    /**
     * All that is said of one class.
     *
     * @param everyone of the whole cohort
     * @param groups of each group, in order
     */
    record Asked(DrugHome home, List<AskedDrug> everyone, List<List<AskedDrug>> groups) {
        /** What holds in one group: what is said of everyone, and of it. */
        List<AskedDrug> in(int group) {
            return Stream.concat(everyone.stream(), groups.get(group).stream()).toList();
        }

        boolean byGroup() {
            return groups.stream().anyMatch(g -> !g.isEmpty());
        }

        List<AskedDrug> all() {
            return Stream.concat(everyone.stream(), groups.stream().flatMap(List::stream)).toList();
        }
    }

    private final CohortSpec spec;
    private final ReferencePopulation people;

    /** Columns of the drugs by which everyone here is known. */
    private final List<String> knownBy;

    private final List<Asked> dealt = new ArrayList<>();
    private final Set<Constraint> constraints = new LinkedHashSet<>();

    /** Classes of which a share was asked that rows meet, and parts of it that are dealt. */
    private final Set<String> within = new HashSet<>();

    /** How many of people who are known by several classes take any of them, in %. */
    private double taking = 100;

    /** By class, the name of the deal that it is in, where that is one of several classes. */
    private final Map<String, String> together = new HashMap<>();

    AssignedDrugs(CohortSpec spec, ReferencePopulation people) {
        this.spec = spec;
        this.people = people;
        this.knownBy = knownBy(spec.condition());
        Map<String, Asked> homes = new LinkedHashMap<>();
        List<StudyGroup> groups = spec.beyond().groups().all();
        for (Constraint c : spec.constraints()) {
            AskedDrug.of(c, people).ifPresent(d -> of(homes, d).everyone().add(d));
        }
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            for (Constraint c : groups.get(g).constraints()) {
                AskedDrug.of(c, people).ifPresent(d -> of(homes, d).groups().get(group).add(d));
            }
        }
        knownByAny(homes);
        shareOut(homes.values());
        spec.constraints().forEach(c -> either(homes, AskedDrug.either(c, people)));
        homes.values().forEach(this::decide);
        dealt.forEach(a -> a.all().forEach(d -> constraints.add(d.constraint())));
    }

    private Asked of(Map<String, Asked> homes, AskedDrug d) {
        return of(homes, d.home());
    }

    private Asked of(Map<String, Asked> homes, DrugHome home) {
        return homes.computeIfAbsent(
                home.id(),
                id -> {
                    List<List<AskedDrug>> groups = new ArrayList<>();
                    spec.beyond().groups().all().forEach(g -> groups.add(new ArrayList<>()));
                    return new Asked(home, new ArrayList<>(), groups);
                });
    }

    /** "Etanercept or leflunomide", unless more is said of their classes. */
    private void either(Map<String, Asked> homes, List<AskedDrug> drugs) {
        if (drugs.stream().anyMatch(d -> homes.containsKey(d.home().id()))) {
            return;
        }
        for (AskedDrug d : drugs) {
            of(homes, d).everyone().add(d);
            together.put(d.home().id(), Words.of(d.constraint()));
        }
    }

    /**
     * Where people are known by taking one of several classes, and what is asked of all of these
     * leaves some who take none.
     */
    private void knownByAny(Map<String, Asked> homes) {
        List<DrugHome> known =
                knownBy.stream()
                        .flatMap(c -> DrugColumns.all().stream().filter(d -> d.column().equals(c)))
                        .map(d -> DrugHome.of(d.concept(), people))
                        .toList();
        if (known.size() < 2) {
            return;
        }
        boolean plain = known.stream().noneMatch(h -> homes.containsKey(h.id()));
        for (Constraint c : spec.constraints()) {
            OptionalDouble some = AskedDrug.ofFamily(c, known);
            if (some.isPresent() && (some.getAsDouble() == 0 || plain)) {
                known.forEach(
                        h ->
                                of(homes, h)
                                        .everyone()
                                        .add(AskedDrug.none(c, h, some.getAsDouble() == 0)));
                taking = some.getAsDouble();
            }
        }
        List<Asked> asked =
                known.stream().flatMap(h -> Stream.ofNullable(homes.get(h.id()))).toList();
        double percent = asked.stream().mapToDouble(a -> percent(a.everyone())).sum();
        if (asked.size() == known.size()
                && asked.stream().noneMatch(Asked::byGroup)
                && percent < 100 - ROUNDING) {
            known.forEach(h -> together.put(h.id(), ONE_AT_MOST));
        }
    }

    /** Where shares of several classes add up to everyone, each patient takes one of them. */
    private void shareOut(Iterable<Asked> homes) {
        double percent = 0;
        Set<String> classes = new LinkedHashSet<>();
        boolean some = false;
        for (Asked a : homes) {
            List<AskedDrug> positive = a.everyone().stream().filter(d -> d.percent() > 0).toList();
            boolean all = positive.stream().anyMatch(d -> d.percent() == 100);
            if (!a.byGroup() && !all && !positive.isEmpty()) {
                percent += percent(positive);
                classes.add(a.home().id());
                some |= untold(a) || partOfAll(a);
            }
        }
        if (some && classes.size() > 1 && Math.abs(percent - 100) < ROUNDING) {
            classes.forEach(id -> together.putIfAbsent(id, ONE_OF_THEM));
        }
    }

    private void decide(Asked a) {
        if (partOfSome(a)) {
            dealt.add(only(a, d -> !d.isCensusClass()));
            within.add(a.home().id());
            return;
        }
        boolean none = ruledOut(a);
        if (!together.containsKey(a.home().id()) && !untold(a) && !partOfAll(a) && !none) {
            return;
        }
        boolean all = none || knownBy(a.home());
        Asked own = only(a, d -> !d.told() || all || d.percent() > 0);
        if (tooMuch(own)) {
            untoldAlone(own);
        } else {
            dealt.add(all ? own : withoutClass(own));
        }
    }

    private static Asked only(Asked a, Predicate<AskedDrug> kept) {
        return new Asked(
                a.home(),
                a.everyone().stream().filter(kept).toList(),
                a.groups().stream().map(g -> g.stream().filter(kept).toList()).toList());
    }

    /** What everyone takes of the census is met by rows. */
    private static Asked withoutClass(Asked a) {
        List<AskedDrug> others =
                a.everyone().stream()
                        .filter(d -> !(d.isCensusClass() && d.percent() == 100))
                        .toList();
        return new Asked(a.home(), others, a.groups());
    }

    /** Whether every drug that the census knows of a class was ruled out one by one. */
    private static boolean ruledOut(Asked a) {
        Set<String> left = new HashSet<>(a.home().ofCensus());
        List<AskedDrug> none =
                a.everyone().stream().filter(d -> d.told() && d.percent() == 0).toList();
        none.forEach(d -> left.removeAll(d.ingredients()));
        return none.size() > 1 && left.isEmpty();
    }

    private static boolean untold(Asked a) {
        return a.all().stream().anyMatch(d -> !d.told() && d.percent() > 0);
    }

    /** Whether a part is asked of people who all take the class. */
    private boolean partOfAll(Asked a) {
        boolean known = knownBy(a.home());
        boolean asked =
                a.everyone().stream().anyMatch(d -> d.isCensusClass() && d.percent() == 100);
        boolean part = a.everyone().stream().anyMatch(d -> d.percent() < 100 && partly(d, known));
        return (known && (part || a.byGroup())) || (asked && part);
    }

    /** Whether a part is asked of the share that was asked of a class of the census. */
    private boolean partOfSome(Asked a) {
        List<AskedDrug> whole =
                a.everyone().stream()
                        .filter(AskedDrug::isCensusClass)
                        .filter(d -> d.percent() > 0 && d.percent() < 100)
                        .toList();
        List<AskedDrug> parts = a.everyone().stream().filter(d -> !d.isCensusClass()).toList();
        return spec.beyond().groups().isEmpty()
                && !untold(a)
                && !knownBy(a.home())
                && !together.containsKey(a.home().id())
                && whole.size() == 1
                && parts.stream().anyMatch(d -> d.percent() > 0)
                && percent(parts) <= whole.get(0).percent() + ROUNDING;
    }

    /** Of one of several drugs of a class, none of it says which the others are. */
    private static boolean partly(AskedDrug d, boolean known) {
        return d.percent() > 0 || (known && d.isCensusClass());
    }

    /** Whether all with the asked condition are known by taking this class, or one of several. */
    boolean knownBy(DrugHome home) {
        boolean one = knownBy.size() == 1 || ONE_AT_MOST.equals(together.get(home.id()));
        return one && home.census().filter(d -> knownBy.contains(d.column())).isPresent();
    }

    /** Columns of drugs by which people with a condition are known; none if by something else. */
    private static List<String> knownBy(Optional<String> condition) {
        List<String> columns =
                condition.flatMap(ConditionRows::of).map(r -> r.test().columns()).orElse(List.of());
        return columns.stream().allMatch(c -> c.startsWith("drug_")) ? columns : List.of();
    }

    private static boolean tooMuch(Asked a) {
        for (int g = 0; g < a.groups().size(); g++) {
            if (percent(a.in(g)) > 100 + ROUNDING) {
                return true;
            }
        }
        return percent(a.everyone()) > 100 + ROUNDING;
    }

    /** Share of those who take any of them; what stands within another one counts once. */
    private static double percent(List<AskedDrug> all) {
        return all.stream()
                .filter(d -> all.stream().noneMatch(o -> d.within(o)))
                .mapToDouble(AskedDrug::percent)
                .sum();
    }

    private void untoldAlone(Asked a) {
        Set<String> names = new LinkedHashSet<>();
        a.all().stream().filter(d -> !d.told()).forEach(d -> names.add(d.medication()));
        for (String name : names) {
            Asked one = only(a, d -> d.medication().equals(name));
            dealt.add(
                    new Asked(
                            DrugHome.alone(name),
                            one.everyone().stream().map(AskedDrug::alone).toList(),
                            one.groups().stream()
                                    .map(g -> g.stream().map(AskedDrug::alone).toList())
                                    .toList()));
        }
    }

    /** Drugs of which no survey tells and that nobody shall take. */
    List<String> taboo() {
        return spec.constraints().stream()
                .flatMap(c -> AskedDrug.of(c, people).stream())
                .filter(d -> !d.told() && d.percent() == 0)
                .map(AskedDrug::medication)
                .toList();
    }

    /** Each class of which something is dealt. */
    List<Asked> dealt() {
        return dealt;
    }

    /** Whether what is dealt is dealt among those who take the class by themselves. */
    boolean within(DrugHome home) {
        return within.contains(home.id());
    }

    /** How many are dealt that they take none of the classes that they are known by, in %. */
    double nobody(DrugHome home) {
        return ONE_AT_MOST.equals(together.get(home.id())) ? 100 - taking : 0;
    }

    /** Name of the deal of several classes that one is in, of which a patient takes one drug. */
    Optional<String> together(DrugHome home) {
        return Optional.ofNullable(together.get(home.id()));
    }

    /** The request but for what is dealt, and but for what nobody of the census takes anyway. */
    CohortSpec rest() {
        Groups groups = spec.beyond().groups();
        var left =
                new Groups(
                        groups.all().stream()
                                .map(
                                        g ->
                                                new StudyGroup(
                                                        g.name(),
                                                        g.percent(),
                                                        rest(g.constraints())))
                                .toList(),
                        groups.same());
        return spec.withConstraints(rest(spec.constraints())).withBeyond(spec.beyond().with(left));
    }

    private List<Constraint> rest(List<Constraint> all) {
        return all.stream().filter(c -> !isDealt(c)).toList();
    }

    private boolean isDealt(Constraint c) {
        return constraints.contains(c)
                || AskedDrug.of(c, people).filter(d -> !d.told() && d.percent() == 0).isPresent();
    }

    /** Whether what is dealt keeps somebody out of another group by itself. */
    boolean apart(String name, String other) {
        Groups groups = spec.beyond().groups();
        Set<Criterion> mine = required(groups, name);
        return groups.named(other).stream()
                .flatMap(g -> g.constraints().stream())
                .filter(this::isDealt)
                .anyMatch(
                        c -> !(c instanceof Constraint.Require r && mine.contains(r.criterion())));
    }

    private static Set<Criterion> required(Groups groups, String name) {
        return groups.named(name)
                .map(g -> (Set<Criterion>) new LinkedHashSet<>(g.required()))
                .orElse(Set.of());
    }
}
