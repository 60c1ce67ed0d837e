package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Question.Statistic.Kind;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.TakesMedication;

/** Of whom a question asks: the condition and the filters among its criteria. */
final class AskedGroup {
    static final Set<String> THEM =
            Set.of("them", "they", "those", "these", "their", "cohort", "this", "such");
    private static final Set<String> EVERYONE =
            Set.of(
                    "people",
                    "population",
                    "adults",
                    "everyone",
                    "everybody",
                    "americans",
                    "persons");
    private static final Set<String> VERBS =
            Set.of(
                    "are", "is", "has", "have", "take", "takes", "taking", "receive", "use", "uses",
                    "suffer", "get", "had");

    private final Sentence s;
    private final List<Asked.Item> items;
    private final Optional<String> given;

    AskedGroup(Draft draft, Optional<String> given) {
        this.s = draft.sentence;
        this.items = Asked.of(draft);
        this.given = given;
    }

    /** Whether a condition or "them" is named at all. */
    boolean named() {
        return !items.isEmpty() || QuestionReader.has(s, THEM) || given.isPresent();
    }

    long conditionsNamed() {
        boolean them = QuestionReader.has(s, THEM);
        return items.stream().filter(AskedGroup::condition).count() + (them ? 1 : 0);
    }

    /** Whether one condition is all that is named. */
    boolean onlyCondition() {
        return items.size() == 1 && condition(items.get(0)) && conditionsNamed() == 1;
    }

    /** "how many have diabetes?", of those talked about, who are named by something else. */
    boolean alsoHave() {
        boolean have =
                QuestionReader.has(s, Set.of("have", "has", "had"))
                        || (QuestionReader.howMany(s) && QuestionReader.has(s, Set.of("are")));
        boolean all =
                QuestionReader.has(s, EVERYONE)
                        || QuestionReader.has(
                                s, Set.of("us", "usa", "states", "country", "nationally"));
        boolean other =
                !items.isEmpty() && given.filter(g -> !g.equals(id(items.get(0)))).isPresent();
        return have && !all && other;
    }

    private static boolean condition(Asked.Item item) {
        return item.found().criterion() instanceof HasCondition && !item.not();
    }

    private static String id(Asked.Item item) {
        return ((HasCondition) item.found().criterion()).condition();
    }

    /** The condition that they have; "them" is the given one. */
    Optional<String> condition() {
        return condition(items);
    }

    /** What sources are asked about: the condition named, else the given one. */
    Optional<String> topic() {
        return items.stream()
                .filter(AskedGroup::condition)
                .map(AskedGroup::id)
                .findFirst()
                .or(() -> given);
    }

    private Optional<String> condition(List<Asked.Item> group) {
        Optional<String> named =
                group.stream().filter(AskedGroup::condition).map(AskedGroup::id).findFirst();
        if (named.isPresent()) {
            boolean all = named.get().equals("general-population");
            return all ? Optional.empty() : named;
        }
        boolean them = QuestionReader.has(s, THEM);
        boolean everyone = QuestionReader.has(s, EVERYONE) || !group.isEmpty();
        return them || !everyone ? given : Optional.empty();
    }

    /** Whatever is named of people, the condition among it. */
    List<Criterion> all() {
        return items.stream().map(Asked.Item::criterion).toList();
    }

    List<Criterion> filters() {
        return filters(items);
    }

    /** All but the condition itself and the adults, who are meant anyway. */
    private static List<Criterion> filters(List<Asked.Item> group) {
        List<Criterion> all = new ArrayList<>();
        boolean main = false;
        for (Asked.Item item : group) {
            boolean first = !main && condition(item);
            main |= first;
            boolean stage =
                    item.found().criterion() instanceof HasCondition h && h.stage().isPresent();
            boolean adults = item.criterion().equals(new AgeBetween(18, AgeWords.OLDEST));
            if ((!first || stage) && !adults) {
                all.add(item.criterion());
            }
        }
        return all;
    }

    /** The criteria asked about stand behind the verb, or before "in" and "among". */
    Optional<Question> share() {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        int verb = -1;
        int of = QuestionReader.indexOf(s, Set.of("of", "many", "percent", "%"));
        for (int i = Math.max(0, of); i < s.size(); i++) {
            boolean who = Set.of("who", "that").contains(s.word(i - 1));
            verb = VERBS.contains(s.word(i)) && !who ? i : verb;
        }
        int among = QuestionReader.indexOf(s, Set.of("among", "amongst", "in"));
        List<Asked.Item> what = new ArrayList<>();
        List<Asked.Item> group = new ArrayList<>();
        for (Asked.Item item : items) {
            boolean asked =
                    (verb > 0 && (among < verb || among > item.from()))
                            ? item.from() > verb
                            : among > 0 && item.from() < among;
            (asked ? what : group).add(item);
        }
        boolean saysMore =
                verb >= items.get(items.size() - 1).found().to()
                        && s.like(verb + 1, "[a-z].*")
                        && !s.word(verb + 1).equals("there");
        if (what.isEmpty() && saysMore) {
            return Optional.empty(); // "is treated" asks for something else than what is named
        }
        if (what.isEmpty()) {
            what.add(group.remove(group.size() - 1));
        }
        List<Criterion> all = what.stream().map(Asked.Item::criterion).toList();
        return Optional.of(new Question.Share(all, condition(group), filters(group)));
    }

    /**
     * "is LDL higher in women or in men?", "do asthmatics have a higher BMI than people with COPD?"
     *
     * @param compares whether two groups are set against each other
     */
    Optional<Question> contrast(boolean compares) {
        List<String> observations =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION))
                        .map(n -> n.concept().id())
                        .distinct()
                        .toList();
        List<Criterion> sexes = bothSexes();
        List<Asked.Item> conditions = items.stream().filter(AskedGroup::condition).toList();
        String what = observations.size() == 1 ? observations.get(0) : compared();
        boolean percent = items.stream().anyMatch(i -> i.percent().isPresent());
        List<Asked.Item> others =
                items.stream().filter(i -> !condition(i) && !sex(i.criterion())).toList();
        boolean sexed = sexes.size() == 2 && others.isEmpty();
        List<String> ids = conditions.stream().map(AskedGroup::id).distinct().toList();
        if (!compares
                || percent
                || observations.size() > 1
                || (!sexed && what.isEmpty() && others.size() != 1)) {
            return Optional.empty();
        }
        AskedFigure figure = new AskedFigure(s);
        Kind kind = figure.kind().filter(k -> k != Kind.QUANTILE).orElse(Kind.MEAN);
        List<Question> both = new ArrayList<>();
        if (sexed && what.isEmpty() && ids.size() == 1) {
            sexes.forEach(x -> both.add(new Question.Prevalence(ids.get(0), List.of(x))));
        } else if (sexed && !what.isEmpty()) {
            sexes.forEach(x -> both.add(mean(kind, what, condition(conditions), List.of(x))));
        } else if (ids.size() == 2 && others.size() == 1 && what.isEmpty()) {
            List<Criterion> share = List.of(others.get(0).criterion());
            ids.forEach(id -> both.add(new Question.Share(share, Optional.of(id), List.of())));
        } else if (ids.size() == 2 && items.size() == 2 && !what.isEmpty()) {
            ids.forEach(id -> both.add(mean(kind, what, Optional.of(id), List.of())));
        }
        if (both.size() < 2) {
            return Optional.empty();
        }
        figure.observation(); // its words are understood
        return Optional.of(new Question.Contrast(both));
    }

    private static boolean sex(Criterion c) {
        return c instanceof Criterion.CategoryIn in && in.variable().equals("sex");
    }

    /** The two sexes in the order in which they are named; empty if only one is. */
    private List<Criterion> bothSexes() {
        int women =
                QuestionReader.indexOf(s, Set.of("women", "woman", "females", "female", "girls"));
        int men = QuestionReader.indexOf(s, Set.of("men", "man", "males", "male", "boys"));
        if (women < 0 || men < 0) {
            return List.of();
        }
        s.use(women, women + 1);
        s.use(men, men + 1);
        Criterion female = new Criterion.CategoryIn("sex", List.of("female"));
        Criterion male = new Criterion.CategoryIn("sex", List.of("male"));
        return women < men ? List.of(female, male) : List.of(male, female);
    }

    /** "older", "heavier": what is compared without its name. */
    private String compared() {
        return QuestionReader.has(s, Set.of("older", "younger", "age"))
                ? "age"
                : QuestionReader.has(s, Set.of("heavier", "lighter"))
                        ? "weight"
                        : QuestionReader.has(s, Set.of("taller", "shorter")) ? "height" : "";
    }

    private static Question mean(
            Kind kind, String what, Optional<String> condition, List<Criterion> filters) {
        return new Question.Statistic(kind, 0, what, condition, filters, Optional.empty());
    }

    Optional<Question> oddsRatio() {
        List<String> ids = new ArrayList<>();
        for (Asked.Item item : items) {
            if (item.found().criterion() instanceof HasCondition h) {
                ids.add(h.condition());
            } else if (item.found().criterion() instanceof TakesMedication t) {
                ids.add(t.medication());
            }
        }
        if (ids.size() == 1 && given.isPresent() && !given.get().equals(ids.get(0))) {
            ids.add(given.get());
        }
        if (ids.size() != 2) {
            return Optional.empty();
        }
        int than = QuestionReader.indexOf(s, Set.of("are", "do"));
        boolean exposedFirst =
                QuestionReader.has(s, Set.of("likely")) && than >= 0 && than < items.get(0).from();
        return Optional.of(
                exposedFirst && items.size() > 1
                        ? new Question.OddsRatio(ids.get(1), ids.get(0))
                        : new Question.OddsRatio(ids.get(0), ids.get(1)));
    }

    Optional<Question> prevalence() {
        if (conditionsNamed() > 1) {
            return share();
        }
        return items.stream()
                .filter(AskedGroup::condition)
                .findFirst()
                .map(c -> new Question.Prevalence(id(c), filters(items)));
    }

    Optional<Question> target(Optional<String> observation) {
        boolean named = topic().isPresent() || observation.isPresent();
        return named ? Optional.of(new Question.Target(topic(), observation)) : Optional.empty();
    }

    Optional<Question> definition() {
        Optional<Asked.Item> named = items.stream().filter(AskedGroup::condition).findFirst();
        if (named.isPresent()) {
            HasCondition h = (HasCondition) named.get().found().criterion();
            return Optional.of(new Question.Definition(h.condition(), h.stage()));
        }
        StageWords stages = new StageWords(s);
        for (int i = 0; i < s.size(); i++) {
            Optional<String> stage = stages.alone(i);
            if (stage.isPresent()) {
                s.use(i, i + 3);
                return Optional.of(new Question.Definition(StageWords.KIDNEY, stage));
            }
        }
        boolean them =
                QuestionReader.has(s, THEM) || QuestionReader.has(s, Set.of("condition", "it"));
        return them
                ? given.map(g -> new Question.Definition(g, Optional.empty()))
                : Optional.empty();
    }
}
