package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.CategoryIn;

/** Sex, race and ethnicity, smoking, insurance and education. */
final class CategoryWords {
    private static final List<String> HISPANIC = List.of("Mexican American", "Other Hispanic");
    private static final List<String> NOT_HISPANIC =
            List.of("NH White", "NH Black", "NH Asian", "Other/Multi");
    private static final List<String> NO_DIPLOMA = List.of("below 9th grade", "9th to 11th grade");

    private static final Map<String, CategoryIn> PHRASES = phrases();

    private static final Set<String> LETTER_BEFORE =
            Set.of("%", "percent", "only", "all", "sex", "gender", ":", "=");

    private static final Phrases NAMES = new Phrases(PHRASES.keySet());

    private CategoryWords() {}

    private static Map<String, CategoryIn> phrases() {
        Map<String, CategoryIn> all = new LinkedHashMap<>();
        add(
                all,
                "sex",
                List.of("female"),
                "women",
                "woman",
                "female",
                "females",
                "girls",
                "ladies",
                "lady");
        add(
                all,
                "sex",
                List.of("male"),
                "men",
                "man",
                "male",
                "males",
                "boys",
                "gentlemen",
                "gents",
                "guys");
        race(all);
        List<String> non = List.of("never", "former");
        add(all, "smoking", List.of("current"), "smokers", "smoker", "current smokers");
        add(all, "smoking", List.of("current"), "current smoker", "active smokers", "who smoke");
        add(all, "smoking", List.of("current"), "smoke", "smokes", "smoking");
        add(all, "smoking", List.of("current"), "currently smoking", "currently smoke");
        add(all, "smoking", non, "non smokers", "nonsmokers", "non smoker", "nonsmoker");
        add(all, "smoking", non, "non smoking", "nonsmoking");
        add(all, "smoking", List.of("never"), "never smokers", "never smoker", "never smoked");
        add(all, "smoking", List.of("never"), "have never smoked", "lifelong non smokers");
        add(all, "smoking", List.of("never"), "lifelong nonsmokers", "lifetime non smokers");
        add(all, "smoking", List.of("never"), "lifetime nonsmokers", "lifelong never smokers");
        add(all, "smoking", List.of("former"), "ex smokers", "ex smoker", "former smokers");
        add(all, "smoking", List.of("former"), "former smoker", "past smokers", "exsmokers");
        add(all, "smoking", List.of("former"), "quit smoking", "stopped smoking");
        add(all, "smoking", List.of("former"), "used to smoke", "formerly smoked");
        add(all, "smoking", List.of("never"), "have never been smokers", "never been smokers");
        List<String> ever = List.of("former", "current");
        add(all, "smoking", ever, "current or former smokers", "former or current smokers");
        add(all, "smoking", ever, "current and former smokers", "former and current smokers");
        add(all, "smoking", ever, "ever smokers", "ever smoked");
        add(all, "insurance", List.of("insured"), "insured", "health insurance", "insurance");
        add(all, "insurance", List.of("insured"), "health coverage", "health plan");
        add(all, "insurance", List.of("uninsured"), "uninsured", "not insured");
        add(all, "insurance", List.of("uninsured"), "without insurance", "no insurance");
        add(all, "insurance", List.of("uninsured"), "without coverage", "no coverage");
        add(all, "insurance", List.of("uninsured"), "lack insurance", "lacking insurance");
        add(all, "insurance", List.of("uninsured"), "lacking health insurance", "lacking coverage");
        add(all, "insurance", List.of("uninsured"), "lack health insurance");
        add(all, "insurance", List.of("uninsured"), "without health insurance");
        add(all, "insurance", List.of("uninsured"), "no health insurance");
        education(all);
        return all;
    }

    private static void race(Map<String, CategoryIn> all) {
        String v = "race_ethnicity";
        add(all, v, HISPANIC, "hispanic", "hispanics", "latino", "latinos", "latina", "latinas");
        add(all, v, HISPANIC, "latinx", "hispanic or latino", "hispanic latino");
        add(all, v, NOT_HISPANIC, "non hispanic", "non hispanics");
        add(all, v, List.of("Mexican American"), "mexican american", "mexican americans");
        add(all, v, List.of("Other Hispanic"), "other hispanic", "other hispanics");
        add(all, v, List.of("NH White"), "white", "whites", "caucasian", "caucasians");
        add(all, v, List.of("NH White"), "non hispanic white", "non hispanic whites", "nh white");
        add(all, v, List.of("NH Black"), "black", "blacks", "african american", "nh black");
        add(all, v, List.of("NH Black"), "african americans", "non hispanic black");
        add(all, v, List.of("NH Black"), "afro american", "afro americans", "afroamerican");
        add(all, v, List.of("NH Black"), "non hispanic blacks", "black american");
        add(all, v, List.of("NH Black"), "black americans");
        add(all, v, List.of("NH Asian"), "asian", "asians", "asian american", "asian americans");
        add(all, v, List.of("NH Asian"), "non hispanic asian", "nh asian", "non hispanic asians");
        add(all, v, List.of("Other/Multi"), "multiracial", "other race", "mixed race");
        add(all, v, List.of("Other/Multi"), "other races");
    }

    private static void education(Map<String, CategoryIn> all) {
        String v = "education";
        add(all, v, List.of("college graduate"), "college graduates", "college graduate");
        add(all, v, List.of("college graduate"), "college degree", "university degree");
        add(all, v, List.of("college graduate"), "university graduates", "college educated");
        add(all, v, List.of("some college"), "some college", "some college education");
        add(all, v, List.of("high school"), "high school graduates", "high school graduate");
        add(all, v, List.of("high school"), "high school education", "high school diploma");
        add(all, v, NO_DIPLOMA, "no high school diploma", "without high school diploma");
        add(all, v, NO_DIPLOMA, "without a high school diploma", "less than high school");
        add(all, v, List.of("below 9th grade"), "below 9 th grade", "less than 9 th grade");
        add(all, v, List.of("9th to 11th grade"), "9 th to 11 th grade");
    }

    private static void add(
            Map<String, CategoryIn> all, String variable, List<String> levels, String... phrases) {
        for (String phrase : phrases) {
            all.put(phrase, new CategoryIn(variable, levels));
        }
    }

    /** Words of a category in the tokens {@code from} to {@code to - 1}. */
    record Place(CategoryIn asked, int from, int to) {}

    static boolean named(Sentence s, int i) {
        return end(s, i) > 0;
    }

    /** One past the category that begins at the token, or -1. */
    static int end(Sentence s, int i) {
        return s.afterAny(i, NAMES);
    }

    /** All categories that are named and that nobody has used, in order. */
    static List<Place> places(Sentence s) {
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int title = titled(s, i, all);
            if (title > i) {
                i = title - 1;
                continue;
            }
            Optional<Place> status = smoking(s, i);
            if (status.isPresent() && s.free(i, status.get().to())) {
                all.add(status.get());
                i = levels(s, status.get().to(), all) - 1;
                continue;
            }
            int to = s.afterAny(i, NAMES);
            Optional<CategoryIn> asked =
                    to < 0 ? letter(s, i) : Optional.of(PHRASES.get(joined(s, i, to)));
            to = Math.max(to, i + 1);
            if (asked.isPresent() && s.free(i, to) && !s.inConcept(i)) {
                all.add(new Place(asked.get(), i, to));
                boolean smokes = asked.get().variable().equals("smoking");
                i = (smokes ? levels(s, to, all) : others(s, to, asked.get(), all)) - 1;
            }
        }
        return all;
    }

    private static List<String> level(String word) {
        return switch (word) {
            case "never", "no" -> List.of("never");
            case "former", "ex", "past", "quit" -> List.of("former");
            case "current", "active", "yes" -> List.of("current");
            default -> List.of();
        };
    }

    /**
     * "smoking: 80 % former, 20 % never": levels alone behind their title.
     *
     * @param all gets them
     * @return one past the last, or -1
     */
    private static int titled(Sentence s, int i, List<Place> all) {
        int colon = s.word(i + 1).equals("status") ? i + 2 : i + 1;
        boolean title = s.like(i, "smoking|tobacco") && s.like(colon, "[:=]");
        int end = -1;
        for (int k = colon + 1; title && k < colon + 16; k++) {
            List<String> levels = s.word(k).equals("no") ? List.of() : level(s.word(k));
            if (!levels.isEmpty() && s.free(k) && k > colon + 1) {
                int to = Math.max(k + 1, s.afterAny(k, NAMES));
                all.add(new Place(new CategoryIn("smoking", levels), k, to));
                end = to;
                k = to - 1;
            } else if (!s.at(k).number()
                    && s.at(k).kind() != Token.Kind.FRACTION
                    && !s.like(k, "%|percent|,|and|:|=|a")) {
                break;
            }
        }
        if (end > 0) {
            s.use(i, colon + 1);
        }
        return end;
    }

    /**
     * "never smokers 50, former 30, current 20 %": levels alone behind the first and its number.
     */
    private static int levels(Sentence s, int from, List<Place> all) {
        int end = from;
        boolean number = false;
        for (int k = from; k < from + 16; k++) {
            number |= s.at(k).number() || s.at(k).kind() == Token.Kind.FRACTION;
            List<String> levels = s.word(k).equals("no") ? List.of() : level(s.word(k));
            boolean counted =
                    s.at(k + 1).number()
                            || s.at(k + 1).kind() == Token.Kind.FRACTION
                            || s.at(k - 1).number()
                            || s.like(k - 1, "%|percent");
            if (number && !levels.isEmpty() && counted && s.free(k)) {
                int to = Math.max(k + 1, s.afterAny(k, NAMES));
                all.add(new Place(new CategoryIn("smoking", levels), k, to));
                end = to;
                k = to - 1;
            } else if (!s.at(k).number()
                    && s.at(k).kind() != Token.Kind.FRACTION
                    && !s.like(k, "%|percent|,|and|:|=|/|;")) {
                break;
            }
        }
        return end;
    }

    /** "60 % white, 20 % black, 20 % other": the other races. */
    private static int others(Sentence s, int from, CategoryIn first, List<Place> all) {
        if (!first.variable().equals("race_ethnicity") || !s.free(from)) {
            return from;
        }
        int at = from;
        while (at < from + 5
                && (s.at(at).number() || s.like(at, "%|percent|,|and|/|;|:") || fraction(s, at))) {
            at++;
        }
        boolean share = s.like(at - 1, "%|percent") || fraction(s, at - 1) || s.at(at + 1).number();
        boolean ends = s.like(at + 1, "|[.,;)]|races?") || s.at(at + 1).number();
        boolean other = s.like(at, "others?") && ends && at > from;
        if (other && share && s.free(at)) {
            int to = s.like(at + 1, "races?") ? at + 2 : at + 1;
            all.add(new Place(new CategoryIn("race_ethnicity", List.of("Other/Multi")), at, to));
            return to;
        }
        return from;
    }

    private static boolean fraction(Sentence s, int i) {
        return s.at(i).kind() == Token.Kind.FRACTION;
    }

    /** "smoking status never", "smoking: former". */
    static Optional<Place> smoking(Sentence s, int i) {
        if (!s.like(i, "smoking|tobacco|smoker")) {
            return Optional.empty();
        }
        int at = s.word(i + 1).equals("status") ? i + 2 : i + 1;
        int level = at;
        while (s.like(level, "to|is|=|:|be|should|as|at")) {
            level++;
        }
        boolean counted = s.at(level + 1).number() || s.like(level - 1, "status");
        if (level == i + 1 && !counted) {
            return Optional.empty();
        }
        List<String> levels = level(s.word(level));
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(new CategoryIn("smoking", levels), i, level + 1));
    }

    /** "60 % F", "M only", "sex: F", "F:M": the letter alone where only a sex can stand. */
    private static Optional<CategoryIn> letter(Sentence s, int i) {
        boolean female = s.word(i).equals("f");
        if (!female && !s.word(i).equals("m")) {
            return Optional.empty();
        }
        boolean measured = Quantity.unit(s, i - 1).filter(u -> u.to() > i + 1).isPresent();
        if (measured) {
            return Optional.empty(); // "in m/s"
        }
        boolean before = LETTER_BEFORE.contains(s.word(i - 1));
        boolean behind = Set.of("only", "/", ":").contains(s.word(i + 1));
        boolean alone =
                s.like(i - 1, ",|;")
                        && s.like(i + 1, "|,|;|\\.")
                        && s.quote(i, i + 1).matches("[FM]");
        boolean pair =
                (s.like(i + 1, "[>:/]") && s.like(i + 2, "[fm]"))
                        || (s.like(i - 1, "[>:/]") && s.like(i - 2, "[fm]"));
        if (pair) {
            return Optional.of(new CategoryIn("sex", List.of(female ? "female" : "male")));
        }
        boolean unit = s.at(i - 1).number() || s.word(i + 1).equals("2");
        return !unit && (before || behind || alone)
                ? Optional.of(new CategoryIn("sex", List.of(female ? "female" : "male")))
                : Optional.empty();
    }

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        List<Draft.Found> found = new ArrayList<>();
        for (Place p : places(s)) {
            s.use(p.from(), p.to());
            found.add(new Draft.Found(Draft.Topic.CATEGORY, p.asked(), p.from(), p.to()));
            if (s.like(p.from(), "girls|boys") && !shared(s, p)) {
                draft.found(Draft.Topic.AGE, new Criterion.AgeBetween(0, 17), p.from(), p.to());
            }
        }
        for (Draft.Found f : united(s, found)) {
            draft.found(f.topic(), f.criterion(), f.from(), f.to());
        }
    }

    /** "half boys", "40 % of them girls": of the children that are there. */
    private static boolean shared(Sentence s, Place p) {
        int at = p.from() - 1;
        while (s.like(at, "of|them|these|the|children|kids|are|should|be|to|were")) {
            at--;
        }
        int last = p.to();
        while (s.like(last, "should|must|shall|to|make|making|up|account|for|be|are|at|form")
                && last < p.to() + 4) {
            last++;
        }
        if (last > p.to() && (fraction(s, last) || s.like(last + 1, "%|percent"))) {
            return true; // "girls should make up half"
        }
        boolean behind = s.at(p.to()).number() && s.like(p.to() + 1, "%|percent"); // "boys 58 %"
        return behind || s.like(at, "%|percent") || fraction(s, at) || s.like(p.to(), ":|=");
    }

    /** "Black or Hispanic", "white, black and Asian": one criterion of several levels. */
    private static List<Draft.Found> united(Sentence s, List<Draft.Found> found) {
        List<Draft.Found> all = new ArrayList<>();
        for (Draft.Found b : found) {
            Draft.Found a = all.isEmpty() ? b : all.get(all.size() - 1);
            String variable = ((CategoryIn) a.criterion()).variable();
            boolean one =
                    variable.equals(((CategoryIn) b.criterion()).variable())
                            && !variable.equals("sex")
                            && Lists.joined(s, a.to(), b.from());
            if (one) {
                all.remove(all.size() - 1);
            }
            all.add(one ? either(a, b) : b);
        }
        return all;
    }

    /** Of two categories of one variable, whoever is in one of them. */
    static Draft.Found either(Draft.Found a, Draft.Found b) {
        CategoryIn first = (CategoryIn) a.criterion();
        Set<String> levels = new LinkedHashSet<>(first.levels());
        levels.addAll(((CategoryIn) b.criterion()).levels());
        CategoryIn both = new CategoryIn(first.variable(), List.copyOf(levels));
        return new Draft.Found(Draft.Topic.CATEGORY, both, a.from(), b.to());
    }

    private static String joined(Sentence s, int from, int to) {
        StringBuilder words = new StringBuilder(s.word(from));
        for (int i = from + 1; i < to; i++) {
            words.append(' ').append(s.word(i));
        }
        return words.toString();
    }
}
