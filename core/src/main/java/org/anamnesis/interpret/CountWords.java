package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.anamnesis.interpret.Token.Kind;
import org.anamnesis.spec.Edit;

/** How many patients: a number that no other topic has used. */
final class CountWords {
    private static final Set<String> NEVER_AFTER =
            Set.of(
                    "type", "stage", "grade", "class", "version", "since", "year", "seed", "phase",
                    "v", "page");
    private static final Set<String> NEVER_BEFORE =
            Set.of(
                    "%",
                    "percent",
                    "years",
                    "year",
                    "months",
                    "month",
                    "weeks",
                    "week",
                    "days",
                    "day",
                    "hours",
                    "hour",
                    "minutes",
                    "times",
                    "visits",
                    "encounters",
                    "decimals",
                    "files",
                    "mg",
                    "pct",
                    "/");

    /** A bare number behind one of these is a limit or an amount of something, not people. */
    private static final Set<String> LIMIT =
            Set.of(
                    "above",
                    "over",
                    "below",
                    "under",
                    "than",
                    "least",
                    "most",
                    ">",
                    "<",
                    ">=",
                    "<=",
                    "by",
                    "sd",
                    "score",
                    "scores",
                    "mean",
                    "average",
                    "exceeding",
                    "between",
                    "not",
                    "or",
                    "+",
                    "factor",
                    "times",
                    "beyond");

    /** So many tokens before a number may tell what it is a value of. */
    private static final int FAR = 8;

    /** A number that stands alone. */
    private static final int BARE = 2;

    /** Words about how many there are. */
    private static final Set<String> SIZE =
            Set.of(
                    ("round even count counts bump plenty suffice suffices bring get push amount headcount quantity enlarge shrink grow increase expand reduce"
                                    + " bigger larger smaller scale downsize upsize double big large"
                                    + " small many much few trim cut pare whittle slim prune down up souls heads folks lot strong total altogether"
                                    + " overall sum recruit enrol enroll include sampled simulated")
                            .split(" "));

    /** What a specification can hold; what the disk can hold is for others to say. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Below this a number may be a score as well as people. */
    private static final double SMALL = 20;

    private static final String BRINGS =
            "to|down|up|it|this|that|them|back|n|the|number|size|sample|cohort|of|patients|people|count|everything";
    private static final String VERBS =
            "cut|trim|bring|reduce|bump|increase|raise|shrink|lower|take|set|get|put|push|expand|grow|enlarge"
                    + "|drop|change|pare|whittle|slim|prune|scale|round|make";

    private CountWords() {}

    static void find(Draft draft, boolean later) {
        Sentence s = draft.sentence;
        StrayNumbers.numbering(s);
        int best = -1;
        int score = 0;
        for (int i = 0; i < s.size(); i++) {
            int here = score(s, i);
            here = later && here == BARE && beside(s, i) ? 0 : here;
            if (here > score) {
                best = i;
                score = here;
            }
        }
        boolean told = // "30 ECGs with PVCs, 2 per strip"
                draft.has(Edit.SetCount.class) && draft.has(Edit.OrderStudies.class);
        if (best >= 0 && !(told && score <= BARE)) {
            count(draft, best);
        }
    }

    private static int score(Sentence s, int i) {
        if (!s.at(i).number() || !s.free(i) || s.inConcept(i) || StrayNumbers.is(s, i)) {
            return 0;
        }
        boolean version = s.word(i - 1).equals(".") && s.like(i - 2, "v[0-9]+");
        if (version
                || NEVER_AFTER.contains(s.word(i - 1))
                || NEVER_BEFORE.contains(s.word(i + 1))) {
            return 0;
        }
        boolean ratio = ratio(s, i) || ratio(s, i - 2);
        boolean measured = // "5 kg", "120 mmHg"
                Quantity.unit(s, i)
                        .filter(u -> u.typed().matches("(?i)kg|.*(/|mm|kilo).*"))
                        .isPresent();
        boolean name = // "6MWT"
                s.at(i).end() == s.at(i + 1).start()
                        && s.at(i + 1).kind() == Kind.WORD
                        && !Words.PERSONS.contains(s.word(i + 1));
        boolean more =
                s.like(i + 1, "more|fewer|less") && s.like(i + 2, "women|men|.*males?|ladies");
        boolean limit = // "CHA2DS2-VASc 2 or more", of something that nobody knows
                s.like(i + 1, "or|and")
                        && s.like(i + 2, "more|less|higher|lower|above|below|fewer|greater|over");
        if (measured || ratio || name || limit || more || scored(s, i)) {
            return 0;
        }
        BigDecimal v = s.at(i).value();
        boolean year =
                Set.of("in", "from", "of", "for", "after", "before", "since", "until", "born")
                                .contains(s.word(i - 1))
                        && !s.like(
                                i - 2,
                                "cohort|sample|size|total|number|group|set|dataset|population")
                        && !s.inConcept(i + 1) // "of 2000 hypertensives"
                        && s.at(i).text().matches("(19|20)[0-9][0-9]");
        if (year) {
            return 0;
        }
        String before = s.word(i - 1);
        boolean n = (before.equals("=") && s.word(i - 2).equals("n")) || before.equals("n");
        boolean size =
                s.word(i - 1).equals("of") && s.like(i - 2, "cohort|sample|size|group|total");
        boolean label = before.equals(":") && labelled(s, i - 2);
        if (n || size || label || Words.PERSONS.contains(s.word(i + 1))) {
            return v.signum() > 0 ? 4 : 5;
        }
        boolean moved = Words.like(before, "to|at") && valued(s, i); // "BMI to 28 in women"
        for (int k = i + 1; !moved && k < i + 8 && s.at(k).kind() != Kind.SIGN; k++) {
            if (Words.PERSONS.contains(s.word(k))) {
                return 3;
            }
        }
        boolean whole = v.stripTrailingZeros().scale() <= 0;
        if (s.at(i).text().startsWith("one ") && v.intValue() == 1) {
            return 0; // "the copula one", "one more thing"
        }
        boolean range =
                before.equals("between")
                        && s.like(i - 2, "it|that|number|size|count|n|have|want|need");
        boolean other =
                s.definition()
                        || (LIMIT.contains(before) && !range)
                        || s.word(i - 2).equals("not")
                        || valued(s, i)
                        || (v.intValue() <= AgeWords.OLDEST
                                && s.like(i + 1, "at|max|maximum|tops|minimum|min")
                                && !s.word(i + 2).equals("random"));
        return whole && !other ? BARE : 0;
    }

    /** The "2:1" of "make it 2:1", written together. */
    private static boolean ratio(Sentence s, int i) {
        return s.at(i).number()
                && s.word(i + 1).equals(":")
                && s.at(i + 2).number()
                && s.at(i).end() == s.at(i + 1).start()
                && s.at(i + 1).end() == s.at(i + 2).start();
    }

    /** "they must have turned 30": of a cohort that is there, words that nobody read say what. */
    private static boolean beside(Sentence s, int i) {
        if (s.like(i - 1, "it|that") && s.word(i - 2).equals("make")) {
            return false;
        }
        for (int k = 0; k < s.size(); k++) {
            boolean word = s.at(k).kind() == Kind.WORD && s.free(k) && s.word(k).length() > 1;
            boolean plain =
                    Words.FILLER.contains(s.word(k))
                            || Words.PERSONS.contains(s.word(k))
                            || JudgingWords.empty(s, k)
                            || SIZE.contains(s.word(k))
                            || (k == i - 1 && s.word(k).equals("between"));
            boolean mean = s.like(k, "mean|average|median|averaging") && !s.like(k - 1, "i|we|you");
            if (word && (!plain || mean)) {
                return true;
            }
        }
        return false;
    }

    /**
     * "LVEF should hover around 32": a number behind an observation in its clause counts nobody.
     */
    private static boolean valued(Sentence s, int i) {
        for (int k = i - 1; k >= Math.max(0, i - FAR) && s.at(k).kind() != Kind.SIGN; k--) {
            if (s.like(k, "make|it|cohort|and|but|with|for")) {
                return false;
            }
            if (s.observed(k) || s.word(k).equals("age")) {
                return true;
            }
        }
        return false;
    }

    /** "planned size: 750", "target enrolment: 300". */
    private static boolean labelled(Sentence s, int i) {
        return s.like(
                i,
                "size|sample|enrolment|enrollment|n|count|total|number|patients|participants|subjects|headcount|target|recruitment");
    }

    /** "NYHA 3": a small number behind a word that nobody read. */
    private static boolean scored(Sentence s, int i) {
        String w = s.word(i - 1);
        return s.at(i).doubleValue() < SMALL
                && !Words.PERSONS.contains(s.word(i + 1))
                && s.at(i - 1).kind() == Kind.WORD
                && s.free(i - 1)
                && !s.inConcept(i - 1)
                && !w.equals("n")
                && !Words.FILLER.contains(w)
                && !Words.PERSONS.contains(w)
                && !Words.LINKS.contains(w)
                && !Words.NEUTRAL.contains(w);
    }

    /** "between 100 and 200 patients", "100-200 patients": it is not said how many. */
    private static boolean between(Sentence s, int i) {
        boolean range =
                s.like(i - 1, "to|-|or|and")
                        && s.at(i - 2).number()
                        && s.free(i - 2)
                        && !s.inConcept(i - 2)
                        && s.at(i - 2).doubleValue() < s.at(i).doubleValue();
        return range && (!s.word(i - 1).equals("and") || s.word(i - 3).equals("between"));
    }

    /** "between 400 and 500 patients": the middle, which is said. */
    private static void middle(Draft draft, int from, int high) {
        Sentence s = draft.sentence;
        BigDecimal low = s.at(high - 2).value();
        String unit = s.word(high);
        boolean few = low.compareTo(BigDecimal.TEN) < 0;
        int times =
                !few ? 1 : unit.endsWith("hundred") ? 100 : unit.endsWith("thousand") ? 1000 : 1;
        BigDecimal sum = low.multiply(BigDecimal.valueOf(times)).add(s.at(high).value());
        long middle = sum.divide(BigDecimal.valueOf(2), 0, RoundingMode.HALF_UP).longValueExact();
        draft.assume(
                "\"%s\" is taken as %d patients (the middle)."
                        .formatted(s.quote(from, high + 1), middle));
        draft.edit(new Edit.SetCount(middle), from, high + 1);
    }

    /** Where "cut it down to" begins, that brings the number, or the number itself. */
    private static int verb(Sentence s, int from) {
        int at = from - 1;
        while (s.free(at) && s.like(at, BRINGS)) {
            at--;
        }
        boolean verb = at < from - 1 && s.free(at) && s.like(at, VERBS);
        return verb ? at : from;
    }

    /** Nobody counts people to three decimals: "3.000 patients" is written as in Europe. */
    private static BigDecimal thousands(Token number) {
        boolean dotted = number.text().matches("[1-9][0-9]{0,2}\\.[0-9]{3}");
        return dotted ? number.value().movePointRight(3) : number.value();
    }

    /** So many patients as stand at a token, or why that cannot be. */
    static void count(Draft draft, int at) {
        Sentence s = draft.sentence;
        boolean low = s.free(at + 2) && !s.word(at + 1).equals("or") && between(s, at + 2);
        int i = low ? at + 2 : at;
        String w = s.word(i - 1);
        boolean minus = w.equals("minus") || w.equals("negative");
        BigDecimal v = thousands(s.at(i));
        boolean short_ = s.like(i - 1, "n|x|×"); // "n 180", "x180"
        boolean named = (w.equals("=") && s.word(i - 2).equals("n")) || short_;
        int from = minus ? i - 1 : named ? (short_ ? i - 1 : i - 2) : i;
        String wish = "a whole number from 1, for example 2000 patients";
        if (minus || v.signum() <= 0) {
            draft.problem(
                    "request.count.zero", from, i + 1, "A cohort has at least one patient.", wish);
        } else if (v.stripTrailingZeros().scale() > 0) {
            draft.problem(
                    "request.count.fraction",
                    from,
                    i + 1,
                    "Patients are counted in whole numbers.",
                    wish);
        } else if (v.compareTo(MOST) > 0) {
            draft.problem(
                    "request.count.huge",
                    from,
                    i + 1,
                    "So many patients fit on no disk.",
                    "what the disk holds, for example 1000000 patients");
        } else if (between(s, i) && s.word(i - 1).equals("or")) {
            draft.unread(i - 2, i + 1);
        } else if (between(s, i)) {
            middle(draft, verb(s, s.word(i - 3).equals("between") ? i - 3 : i - 2), i);
        } else {
            draft.edit(new Edit.SetCount(v.longValueExact()), verb(s, from), i + 1);
        }
    }
}
