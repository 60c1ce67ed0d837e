package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;

/** Reads a question by rules, offline. */
public final class QuestionReader {
    static final String EXAMPLES =
            "\"what is the mean HbA1c in type 2 diabetes?\", \"what share of them has CKD stage"
                    + " 3?\", \"how common is asthma?\", \"which data is this based on?\"";

    private static final Set<String> MAKE =
            Set.of("generate", "create", "make", "produce", "simulate", "build");
    private static final Set<String> FIGURES =
            Set.of("percentile", "centile", "quantile", "quartile");
    private static final Set<String> TARGET =
            Set.of("target", "targets", "goal", "goals", "aim", "recommended");
    static final Set<String> SHARE =
            Set.of("share", "percentage", "proportion", "fraction", "percent", "often", "%");
    static final Set<String> COMMON =
            Set.of("common", "prevalence", "prevalent", "frequent", "widespread", "rare");
    private static final Set<String> DEFINE =
            Set.of(
                    "defined",
                    "define",
                    "defines",
                    "decide",
                    "decides",
                    "threshold",
                    "thresholds",
                    "cutoffs",
                    "cut-off",
                    "cut-offs",
                    "considered",
                    "classified",
                    "makes",
                    "criterion",
                    "cutoff",
                    "qualify",
                    "definition",
                    "definitions",
                    "diagnosed",
                    "criteria",
                    "means");
    private static final Set<String> SOURCE =
            Set.of(
                    "source",
                    "sources",
                    "guideline",
                    "guidelines",
                    "reference",
                    "references",
                    "based",
                    "says",
                    "evidence",
                    "citation",
                    "citations",
                    "cite",
                    "studies",
                    "study",
                    "survey",
                    "provenance",
                    "literature");

    /** Of so many sentences the first one that can be answered is. */
    private static final int SENTENCES = 4;

    private static final Pattern CUT_OFF = Pattern.compile("(?i)\\bcut[- ]offs?\\b");

    /** "HFpEF, what is that?" */
    private static final Pattern TURNED =
            Pattern.compile(
                    "(?i)([\\p{L}0-9 -]{2,40})[,:;.-]+ (?:what|who)(?: is|'s| are| does| do) (?:that|this|it|they)(?: mean| stand for)?\\W*");

    private static final Pattern ROUNDABOUT =
            Pattern.compile(
                    "(?i)^\\W*(?:(?:and|so|then|now) )?(?:(?:do|would|might) you (?:happen to )?know"
                            + "|(?:can|could|would|will) you (?:please )?(?:tell|explain to|show|say to) (?:me|us)"
                            + "|(?:can|could|would|will) you (?:please )?(?:say|explain)"
                            + "|(?:please )?(?:tell|explain to) (?:me|us)"
                            + "|i (?:would|'d) (?:like|love) to know|i(?:'d| would) like to know|i want to know"
                            + "|i wonder|i am wondering|i'm wondering|any idea|may i ask|can i ask),? (?=(?:what|which|how"
                            + "|why|who|when|where|is|are|does|do)\\b)");

    /** "who says that HbA1c should be below 7 in type 2 diabetes?" */
    private static final Pattern ADVISED =
            Pattern.compile(
                    "(?i)^\\W*(?:who|(?:which|what) (?:guideline|society|body|organi[sz]ation)s?) "
                            + "(?:says?|recommends?|advises?|suggests?|sets?|wants?|demands?|states?)"
                            + "(?: that)?(?: an?| the)? (.{2,40}?)(?: should| must| ought to| has to| needs to| to| of| is)*(?: be| stay)?"
                            + " ?(?:below|under|above|over|at most|at least|less than|more than|lower than|higher than|[<>]=?|≤|≥) ?[0-9.,]+"
                            + "(?: ?(?:%|mg/dl|mmol/l|mmhg|mm hg|mmol/mol))?(?: (?:in|for|of|with) (.{2,60}?))?\\W*$");

    private static final Set<String> CONTRAST =
            Set.of(
                    "higher",
                    "lower",
                    "differ",
                    "differs",
                    "difference",
                    "differences",
                    "different",
                    "lighter",
                    "taller",
                    "shorter",
                    "commoner",
                    "greater",
                    "compare",
                    "compared",
                    "compares",
                    "versus",
                    "vs",
                    "older",
                    "younger",
                    "heavier",
                    "more",
                    "less",
                    "than",
                    "larger",
                    "smaller");

    static final Set<String> CONSIDERED =
            Set.of(
                    "considered",
                    "counts",
                    "count",
                    "classed",
                    "regarded",
                    "called",
                    "call",
                    "consider",
                    "regard",
                    "class",
                    "classified");

    private final Vocabulary vocabulary;

    public QuestionReader() {
        this(Vocabulary.bundled());
    }

    public QuestionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param text the question, any text
     * @param condition concept id of what "them" refers to, if there is something
     */
    public Question read(String text, Optional<String> condition) {
        if (text.length() > RuleReader.LONGEST) {
            return unknown(
                    "request.long", text.substring(0, 40) + " ...", "The question is too long.");
        }
        String clean = plainly(Courtesy.without(MessageText.withoutControls(text)));
        if (clean.isBlank()) {
            return unknown("request.empty", "", "The question is empty.");
        }
        if (MessageText.binary(text)) {
            return unknown("request.binary", "", "This is no text.");
        }
        Question whole = read(new Draft(new Sentence(clean, vocabulary)), condition);
        String[] parts = clean.split("(?<=[?!.])\\s+(?=\\S)");
        if (!(whole instanceof Question.Unknown) || parts.length < 2 || parts.length > SENTENCES) {
            return whole;
        }
        return Arrays.stream(parts)
                .filter(p -> p.endsWith("?"))
                .map(p -> read(new Draft(new Sentence(plainly(p), vocabulary)), condition))
                .filter(q -> !(q instanceof Question.Unknown))
                .findFirst()
                .orElse(whole);
    }

    private Question read(Draft draft, Optional<String> condition) {
        Sentence s = draft.sentence;
        if (real(s)) {
            return new Question.Real();
        }
        if (has(s, Set.of("why"))) { // "why is the mean HbA1c 7.3?" asks of the mean
            for (int i = 0; i < s.size(); i++) {
                if (s.at(i).number() && !s.inConcept(i)) {
                    s.use(i, i + 1);
                }
            }
        }
        Optional<Question> special =
                StudyQuestions.of(s)
                        .or(() -> GuidelineQuestions.of(s, condition))
                        .or(() -> RangeQuestions.range(s))
                        .or(() -> RangeQuestions.stage(s))
                        .or(() -> OtherQuestions.find(s, condition));
        if (special.isPresent()) {
            return special.get();
        }
        LimitWords.find(draft);
        RegionWords.find(draft);
        CategoryWords.find(draft);
        ConceptWords.find(draft, vocabulary);
        AgeWords.find(draft);
        PopulationWords.find(draft, CohortSpec.DEFAULT);
        AskedGroup group = new AskedGroup(draft, condition);
        if (!draft.problems().isEmpty()) {
            return new Question.Unknown(draft.problems());
        }
        if (makes(s)) {
            return new Question.Unknown(
                    List.of(
                            new Problem(
                                    "ask.request",
                                    shortened(s),
                                    "This asks for patients, not for a figure.",
                                    "anamnesis generate \"" + shortened(s) + "\"")));
        }
        Optional<Question> asked = answerable(s, group);
        boolean whole =
                asked.isPresent()
                        && (asked.get() instanceof Question.Sources
                                || asked.get() instanceof Question.Unknown);
        if (whole) {
            return asked.get();
        }
        List<Problem> unread = AskedWords.unread(s, vocabulary);
        boolean near = asked.isPresent() || has(s, SHARE) || new AskedFigure(s).named();
        if (!unread.isEmpty() && near) {
            return new Question.Unknown(unread);
        }
        return asked.orElseGet(
                () ->
                        unknown(
                                "ask.unknown",
                                shortened(s),
                                "It is not clear which figure or source is asked for."));
    }

    /** "do you know what ...", "can you tell me how ...": the question within. */
    private static String plainly(String text) {
        String direct = HowOld.plain(ROUNDABOUT.matcher(text).replaceFirst(""));
        String plain = InCohort.plain(WhyQuestions.plain(EffectQuestions.plain(direct)));
        Matcher advised = ADVISED.matcher(plain.strip());
        if (advised.matches()) {
            String whose = advised.group(2) == null ? "" : " in " + advised.group(2);
            return "what is the target " + advised.group(1) + whose + "?";
        }
        Matcher turned = TURNED.matcher(plain.strip());
        return turned.matches() ? "what is " + turned.group(1) + "?" : plain;
    }

    /** Whether a question points back at people whom it does not name. */
    public boolean refersBack(String text) {
        Sentence s = new Sentence(MessageText.withoutControls(text), vocabulary);
        return has(s, AskedGroup.THEM);
    }

    private static boolean makes(Sentence s) {
        boolean verb = MAKE.contains(s.word(0)) || MAKE.contains(s.word(1));
        boolean people = s.at(0).number() && !s.word(1).equals("%") && !has(s, FIGURES);
        return verb || people;
    }

    private static String shortened(Sentence s) {
        String text = s.text().strip();
        return text.length() > 200 ? text.substring(0, 200) + " ..." : text;
    }

    private Optional<Question> answerable(Sentence s, AskedGroup group) {
        if (s.after(indexOf(s, Set.of("odds")), "odds ratio") > 0
                || has(s, Set.of("likelier"))
                || (has(s, Set.of("likely")) && has(s, Set.of("more", "times")))
                || has(s, Set.of("odds"))) {
            return group.oddsRatio();
        }
        Optional<Question> contrast = group.contrast(has(s, CONTRAST) || s.like(0, "who|whose"));
        if (contrast.isPresent()) {
            return contrast;
        }
        if (has(s, TARGET)) {
            return group.target(new AskedFigure(s).observation());
        }
        if (has(s, SHARE) || (howMany(s) && (!group.onlyCondition() || group.alsoHave()))) {
            return group.share();
        }
        Optional<Question> figure = new AskedFigure(s).read(group);
        if (figure.isPresent()) {
            return figure;
        }
        if (has(s, COMMON) || howMany(s)) {
            return group.prevalence().or(() -> unknownCondition(s));
        }
        if (has(s, DEFINE) || countsAs(s) || calledSo(s)) {
            return group.definition().or(() -> unknownCondition(s));
        }
        if (has(s, SOURCE)
                || (AskedOrigin.why(s) && group.topic().isPresent())
                || AskedOrigin.where(s)) {
            return Optional.of(new Question.Sources(group.topic()));
        }
        boolean what = s.word(0).startsWith("what") || s.word(0).equals("explain");
        return what && s.size() < 9 ? group.definition() : Optional.empty();
    }

    private static boolean countsAs(Sentence s) {
        int i = indexOf(s, Set.of("counts", "count", "qualifies"));
        return i >= 0 && s.word(i + 1).equals("as");
    }

    /** "when is somebody hypertensive?", "when do you call a patient obese?" */
    private static boolean calledSo(Sentence s) {
        if (CUT_OFF.matcher(s.text()).find()) {
            return true;
        }
        boolean when = s.word(0).equals("when") || s.after(0, "at what point") > 0;
        return ((when || has(s, Set.of("who", "what"))) && has(s, CONSIDERED))
                || (when && s.like(1, "is|are|do|does|has|have"));
    }

    static boolean howMany(Sentence s) {
        int i = indexOf(s, Set.of("how"));
        boolean things = Set.of("observations", "tests", "rows", "records").contains(s.word(i + 2));
        return i >= 0 && !things && Set.of("many", "often", "much").contains(s.word(i + 1));
    }

    private static boolean real(Sentence s) {
        int real =
                indexOf(
                        s,
                        Set.of(
                                "real",
                                "fake",
                                "genuine",
                                "synthetic",
                                "actual",
                                "invented",
                                "fictional",
                                "artificial",
                                "fabricated",
                                "simulated"));
        int madeUp = indexOf(s, Set.of("made"));
        real = real < 0 && madeUp >= 0 && s.word(madeUp + 1).equals("up") ? madeUp : real;
        boolean asks = Set.of("is", "are", "was", "were", "do", "does").contains(s.word(0));
        boolean mark = s.word(s.size() - 1).equals("?") && has(s, Set.of("is", "are", "was"));
        if (real < 0 || !(asks || mark)) {
            return false;
        }
        return has(s, Set.of("this", "these", "they", "data", "patients", "people", "it", "those"));
    }

    static int indexOf(Sentence s, Set<String> words) {
        for (int i = 0; i < s.size(); i++) {
            if (words.contains(s.word(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether one of the words stands outside of names: "ejection fraction" asks for no share. */
    static boolean has(Sentence s, Set<String> words) {
        for (int i = 0; i < s.size(); i++) {
            if (words.contains(s.word(i)) && !s.observed(i)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Question> unknownCondition(Sentence s) {
        List<String> left = new ArrayList<>();
        Set<String> asking = Set.of("how", "what", "which", "here", "people", "s", "whats");
        for (Leftovers.Left words : Leftovers.both(s)) {
            List<String> kept =
                    List.of(words.english().split(" ")).stream()
                            .filter(w -> !asking.contains(w.toLowerCase(java.util.Locale.ROOT)))
                            .filter(w -> !COMMON.contains(w) && !DEFINE.contains(w))
                            .toList();
            if (!kept.isEmpty()) {
                boolean english = words.english().equals(words.quote());
                left.add(english ? String.join(" ", kept) : words.quote());
            }
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Question.Unknown(
                                List.of(UnknownConditions.problem(left.get(0), vocabulary))));
    }

    private static Question unknown(String code, String where, String message) {
        return new Question.Unknown(List.of(new Problem(code, where, message, EXAMPLES)));
    }
}
