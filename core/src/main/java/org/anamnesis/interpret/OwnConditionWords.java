package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/**
 * Conditions and yes/no variables of the user's own, always with a share: "10 % with long COVID",
 * "add a condition burnout in 15 %", "night shift worker in 30 %". What is nearly the name of a
 * known condition is asked back, never taken.
 */
final class OwnConditionWords {
    private static final int LONGEST = 4;
    private static final String QUOTE = "[\"“”]";
    private static final String LINK =
            "present|found|seen|occurring|in|at|with|\\(|:|,|=|\"|”|about|around|for|to|of|prevalence|rate|frequency|a|an|the";
    private static final String AGAIN =
            "should|must|be|is|are|now|that|which|being|yes|true|set|goes|up|down|rises|value";
    private static final Set<String> HAVE =
            Set.of("with", "have", "having", "has", "had", "from", "get", "develop", "of");
    private static final Set<String> BEFORE_NAME =
            Set.of(
                    ("a an the condition diagnosis of ours our own my mine called named custom disease"
                                    + " comorbidity \" “ ” , should them patients people these those who also be must"
                                    + " flag variable column yes no / attribute suffer suffering new labelled : that i"
                                    + " call to extra additional are is added add invented")
                            .split(" "));

    /** How nouns of people and adjectives end. */
    private static final Pattern KIND =
            Pattern.compile(
                    "\\p{L}{2,}(?:ers|ors|ists|ees|ants|ents|ians|al|ive|ic|ous|ary|ant|ent)");

    private static final Set<String> CONDITION = Set.of("condition", "diagnosis", "comorbidity");
    private static final Set<String> VARIABLE =
            Set.of("variable", "column", "flag", "attribute", "indicator", "characteristic", "yes");
    private static final Set<String> STOP =
            Set.of(
                    ("called named own labelled missing outliers outlier higher lower more less than"
                                    + " older younger least increase decrease reduce raise each change missingness"
                                    + " complete values double half complications problems issues symptoms none"
                                    + " everything else both probability chance confidence correlation men women instead"
                                    + " too well again heavier lighter worse better taller risk spread sd mean noise"
                                    + " tested enough plenty sufficient fine okay ok current former never past"
                                    + " blank empty absent gone unknown")
                            .split(" "));

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    private record Share(double percent, int from, int to) {}

    private record Name(String words, int from, int to) {}

    private OwnConditionWords(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    static void find(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        var words = new OwnConditionWords(draft, vocabulary, current);
        for (int i = 0; i < words.s.size(); i++) {
            Optional<Share> share = words.share(i);
            if (share.isPresent() && !words.behind(share.get())) {
                words.before(share.get());
            }
        }
    }

    private Optional<Share> share(int i) {
        Token t = s.at(i);
        boolean sign = s.like(i + 1, "%|percent|pct");
        if (!s.free(i) || t.doubleValue() < 0 || t.doubleValue() > 100) {
            return Optional.empty();
        }
        if (t.number() && sign) {
            return Optional.of(new Share(t.doubleValue(), i, i + 2));
        }
        return t.kind() == Token.Kind.FRACTION
                ? Optional.of(
                        new Share(t.doubleValue(), s.word(i - 1).equals("a") ? i - 1 : i, i + 1))
                : Optional.empty();
    }

    /** "10 % with long COVID", "8 % of them should have a condition of ours called long covid". */
    private boolean behind(Share share) {
        int at = share.to();
        boolean has = false;
        boolean are = false;
        boolean condition = false;
        boolean variable = false;
        while (s.free(at)
                && (BEFORE_NAME.contains(s.word(at)) || HAVE.contains(s.word(at)))
                && at < share.to() + 14) {
            has |= HAVE.contains(s.word(at)) && !s.word(at).equals("of");
            are |= s.like(at, "are|is");
            condition |= CONDITION.contains(s.word(at));
            variable |= VARIABLE.contains(s.word(at));
            at++;
        }
        boolean told = has || are || condition || variable;
        Optional<Name> name = name(at).filter(n -> told || kind(n) || (ends(n) && illness(n)));
        if (name.isEmpty()) {
            return false;
        }
        Name n = name.get();
        boolean diagnosis = condition || (!variable && (isHad(share, n) || illness(n)));
        found(n, share.percent(), diagnosis, share.from(), quoteEnd(n.to()));
        return true;
    }

    /**
     * "half of them post-menopausal", "30 % night shift workers": of what kind they are, no more.
     */
    private boolean kind(Name n) {
        return ends(n) && KIND.matcher(s.word(n.to() - 1)).matches();
    }

    private boolean ends(Name n) {
        return n.to() == s.size() || s.like(n.to(), "[,.;:)]|and|but|with");
    }

    /** "10 % sarcoidosis", "5 % DKA": a condition that is not known needs no "with". */
    private boolean illness(Name n) {
        return medical(n.words()) || UnknownConditions.named(s, n.from(), n.to());
    }

    private boolean isHad(Share share, Name n) {
        for (int k = share.to(); k < n.from(); k++) {
            if (HAVE.contains(s.word(k)) && !s.word(k).equals("of")) {
                return true;
            }
        }
        return false;
    }

    private int quoteEnd(int to) {
        return s.like(to, "\"|”") ? to + 1 : to;
    }

    /** "burnout in 15 %", "night shift worker (30 %)", "long covid: 10 %". */
    private void before(Share share) {
        int at = share.from() - 1;
        boolean linked = false;
        boolean again = false; // "should be", which only what is there can
        while (s.free(at) && (s.like(at, LINK) || s.like(at, AGAIN))) {
            linked |= !s.word(at).equals(",");
            again |= s.like(at, AGAIN);
            at--;
        }
        int end = at + 1;
        int open = opening(end);
        int from = open < 0 ? end : open + 1;
        from -= open < 0 && s.like(end - 1, "disease|syndrome|disorder|failure") ? 1 : 0;
        while (open < 0 && from > 0 && from > end - LONGEST && part(from - 1)) {
            from--;
        }
        while (from < end && BEFORE_NAME.contains(s.word(from))) {
            from++; // "a condition of my own called ..."
        }
        if (from == end) {
            return;
        }
        String words = s.quote(from, end);
        boolean known = current.beyond().own(OwnNames.id(words)).isPresent();
        boolean condition = false;
        boolean variable = false;
        boolean has = HAVE.contains(s.word(from - 1));
        for (int k = from - 1; k >= Math.max(0, from - 7) && s.free(k); k--) {
            condition |= CONDITION.contains(s.word(k));
            variable |= VARIABLE.contains(s.word(k));
        }
        boolean plural = share.to() < s.size() && Words.PERSONS.contains(s.word(share.to()));
        boolean item = linked || condition || listed(from, share.to());
        boolean told = known || variable || !again;
        if (!told || (!known && (!item || plural || neutral(from, end)))) {
            return;
        }
        int start = from;
        while (start > 0
                && s.free(start - 1)
                && start > from - 8
                && (BEFORE_NAME.contains(s.word(start - 1)) || HAVE.contains(s.word(start - 1)))
                && !s.word(start - 1).equals(",")) {
            start--;
        }
        Name name = new Name(words, from, end);
        found(
                name,
                share.percent(),
                condition || (!variable && (has || illness(name))),
                start,
                s.word(share.to()).equals(")") ? share.to() + 1 : share.to());
    }

    /** The mark before a name that another one closes here, or -1. */
    private int opening(int close) {
        for (int k = close - 2; s.like(close, QUOTE) && k > close - 7 && s.free(k); k--) {
            if (s.like(k, QUOTE)) {
                return k;
            }
        }
        return -1;
    }

    /** "neuropathy 30 %, PAD 40 %": an item of a list by itself. */
    private boolean listed(int from, int to) {
        boolean begins = from > 0 && s.like(from - 1, "[,;:(]|and|plus|with");
        return begins && (to == s.size() || s.like(to, "[,.;)]|and"));
    }

    private Optional<Name> name(int from) {
        int to = from;
        while (to < from + LONGEST && (part(to) || (to > from && hyphen(to)))) {
            to++;
        }
        to += to > from && s.free(to) && s.like(to, "disease|syndrome|failure") ? 1 : 0;
        return to == from || neutral(from, to)
                ? Optional.empty()
                : Optional.of(new Name(s.quote(from, to), from, to));
    }

    /** "post-menopausal", written together. */
    private boolean hyphen(int i) {
        return s.word(i).equals("-")
                && s.at(i - 1).end() == s.at(i).start()
                && s.at(i).end() == s.at(i + 1).start()
                && part(i + 1);
    }

    private boolean part(int i) {
        Token t = s.at(i);
        return t.kind() == Token.Kind.WORD
                && s.free(i)
                && !s.inConcept(i)
                && !STOP.contains(t.text())
                && !Words.FILLER.contains(t.text())
                && !Words.PERSONS.contains(t.text())
                && !Words.NEGATION.contains(t.text());
    }

    private boolean neutral(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Words.NEUTRAL.contains(s.word(i)) || s.word(i).equals("long")) {
                return false;
            }
        }
        return true;
    }

    private static boolean medical(String words) {
        return words.toLowerCase(Locale.ROOT)
                .matches(
                        ".*(itis|osis|emia|oma|pathy|disease|syndrome|cancer|disorder|algia|phobia|covid"
                                + "|fever|pain|infection|injury|fracture|anxiety|burnout|insomnia|apnoea|apnea"
                                + "|ulcers?|deficiency|insufficiency|allergy|dependence|addiction|migraines?"
                                + "|gout|psoriasis|eczema|lupus|frailty|sarcopenia|incontinence|delirium"
                                + "|vertigo|tinnitus|neuropathy|failure)");
    }

    private void found(Name name, double percent, boolean condition, int from, int to) {
        if (s.like(name.from() - 1, "or|nor") && s.inConcept(name.from() - 2)) {
            draft.unread(
                    name.from(), to); // "CKD or gout in 20 %": one of two, of which one is known
            return;
        }
        String id = OwnNames.id(name.words());
        Optional<Own> known = current.beyond().own(id);
        boolean diagnosis =
                (known.isPresent() && known.get() instanceof Own.Flag f)
                        ? f.condition()
                        : condition;
        if (known.isPresent() && known.get() instanceof Own.Quantity) {
            return;
        }
        var own = new Own.Flag(id, name.words(), percent, diagnosis);
        List<Concept> near =
                known.isPresent() ? List.of() : NearConditions.of(vocabulary, name.words());
        if (near.isEmpty()) {
            draft.edit(new Edit.AddOwn(own), from, to);
            draft.assume(
                    "%s is stated by you, not evidence; it has no code and is independent of everything else."
                            .formatted(name.words()));
            return;
        }
        List<Clarification.Choice> choices = new ArrayList<>();
        for (Concept c : near) {
            Criterion has = new Criterion.HasCondition(c.id(), Optional.empty());
            choices.add(
                    new Clarification.Choice(
                            c.name(),
                            List.of(new Edit.AddConstraint(new Constraint.Share(has, percent))),
                            "\"%s\" is taken as %s.".formatted(name.words(), c.name())));
        }
        choices.add(
                new Clarification.Choice(
                        name.words() + ", a condition of your own",
                        List.of(new Edit.AddOwn(own)),
                        ""));
        draft.edit(choices.get(0).edits().get(0), from, to);
        draft.clarify(new Clarification(name.words(), "Which condition is meant?", choices));
    }
}
