package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Question;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Reads a request by rules, offline: each topic takes the words that it understands, in an order
 * that lets the most specific go first; what nobody took is quoted back.
 */
public final class RuleReader implements Reader {
    /** Longer messages are not read at all. */
    public static final int LONGEST = 20_000;

    /** "- smoking criterion" of a cohort that is there; a line of several is an item of a list. */
    private static final Pattern MINUS =
            Pattern.compile("^\\s*[-–−]\\s*(?=\\p{L}[^\\n0-9]{0,40}$)");

    private static final String EXAMPLE =
            "2000 type 2 diabetes patients with 20 important observations based on the US population";

    private final Vocabulary vocabulary;
    private final Linking linking;

    public RuleReader() {
        this(Linker.NONE);
    }

    /**
     * @param linker is asked about phrases that are no name
     */
    public RuleReader(Linker linker) {
        this(Vocabulary.bundled(), linker);
    }

    public RuleReader(Vocabulary vocabulary, Linker linker) {
        this.vocabulary = vocabulary;
        this.linking = new Linking(vocabulary, linker);
    }

    @Override
    public Reading read(String message, CohortSpec current) {
        return read(message, current, Language.EN);
    }

    @Override
    public Reading read(String message, CohortSpec current, Language likely) {
        if (message.length() > LONGEST) {
            return no(
                    "request.long",
                    message.substring(0, 40) + " ...",
                    "The request has %d characters, more than %d."
                            .formatted(message.length(), LONGEST),
                    "one or two sentences, for example: " + EXAMPLE);
        }
        String list = MessageText.withoutControls(PastedLists.plain(message));
        String text = Courtesy.without(list);
        int at = list.indexOf(text);
        String written = MessageText.withoutControls(message).substring(at, at + text.length());
        if (!current.equals(CohortSpec.DEFAULT)) {
            String dropped = MINUS.matcher(text).replaceFirst("drop the ");
            written = dropped.equals(text) ? written : dropped;
            text = dropped;
        }
        String snake = SnakeNames.plain(text, current);
        written = snake.equals(text) ? written : snake;
        text = snake;
        if (text.isBlank()) {
            return no("request.empty", "", "The request is empty.", EXAMPLE);
        }
        if (MessageText.binary(message)) {
            return no("request.binary", "", "This is no text.", EXAMPLE);
        }
        Optional<Problem> refused = Refusals.of(text);
        if (refused.isPresent()) {
            return new NotUnderstood(List.of(refused.get()), List.of(), Optional.empty());
        }
        Sentence sentence = sentence(text, written, likely, current);
        if (WhatIfWords.is(sentence)) {
            String plain = WhatIfWords.plain(text);
            return read(new Draft(sentence(plain, plain, likely, current)), current);
        }
        boolean ends = current.beyond().baseline().isPresent() && WhatIfWords.ends(sentence);
        if (!ends && !OwnNames.begins(sentence, current) && Questions.is(sentence)) {
            return new Question(written.strip());
        }
        List<Edit> arms = ArmShares.groups(sentence, current);
        if (!arms.isEmpty()) {
            return ofGroups(message, current, likely, arms);
        }
        Optional<Reading> amounts = vague(sentence, current);
        if (amounts.isPresent()) {
            return amounts.get();
        }
        Optional<Reading> which =
                WhichOne.over(
                        new Sentence(text, vocabulary, likely),
                        current,
                        words -> read(new Draft(sentence(words, words, likely, current)), current));
        if (which.isPresent()) {
            return which.get();
        }
        Draft draft = new Draft(sentence);
        return linking.over(
                draft,
                read(draft, current),
                exchanges -> read(new Draft(sentence.anew(exchanges, vocabulary)), current));
    }

    /** "mostly women, a few on insulin": each such word in its turn. */
    private Optional<Reading> vague(Sentence sentence, CohortSpec current) {
        return VagueAmounts.over(
                sentence,
                vocabulary,
                x -> vague(x, current).orElseGet(() -> read(new Draft(x), current)));
    }

    /** What the message asks of groups that its speaker sees in what was asked before. */
    private Reading ofGroups(String message, CohortSpec current, Language likely, List<Edit> arms) {
        Reading reading = read(message, Amendment.of(current, arms), likely);
        if (!(reading instanceof Understood u)) {
            return reading;
        }
        List<Reading.Quoted> edits = new ArrayList<>();
        arms.forEach(e -> edits.add(new Reading.Quoted(e, message.strip())));
        edits.addAll(u.edits());
        return new Understood(edits, u.assumptions(), u.ignored(), u.questions(), u.links());
    }

    private Sentence sentence(String text, String written, Language likely, CohortSpec current) {
        return PlainerWords.of(
                new Sentence(text, vocabulary, likely), written, current, vocabulary);
    }

    /** A part of a message, read as what is asked of some people beside the rest. */
    static Draft part(String words, Vocabulary vocabulary, CohortSpec current) {
        Draft draft = new Draft(new Sentence(words, vocabulary));
        RelativeWords.find(draft, current);
        topics(draft, vocabulary, current);
        List<Asked.Item> items = Alternatives.united(draft.sentence, Asked.of(draft), true);
        AskedEdits.of(draft, items, true);
        boolean condition =
                items.stream()
                        .anyMatch(i -> i.found().criterion() instanceof Criterion.HasCondition);
        UnknownConditions.find(draft, vocabulary, condition);
        return draft;
    }

    private static void topics(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        Alternatives.claim(draft);
        OnsetWords.find(draft, current);
        DiseaseYears.find(draft);
        OverwriteWords.find(draft, current);
        VagueWords.find(draft);
        ControlWords.find(draft, current);
        OutOfRange.find(draft);
        EjectionWords.find(draft);
        GoldGrades.find(draft);
        HighOrLow.find(draft);
        NormalWords.find(draft);
        LimitWords.find(draft);
        BareGlucose.find(draft, current);
        StrayValues.find(draft);
        ObservationWords.find(draft, current);
        RegionWords.find(draft);
        CategoryWords.find(draft);
        SparedWords.again(draft);
        DrugsFor.find(draft);
        ConceptWords.find(draft, vocabulary, current.condition());
        AgeWords.find(draft);
        draft.closeGaps();
    }

    private Reading read(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        OtherScales.find(draft);
        CaseStories.find(draft);
        SelfCorrections.find(draft);
        Complements.find(draft, current);
        InsuranceKinds.find(draft);
        PackYears.find(draft);
        PracticeGaps.find(draft);
        MissingAnywhere.find(draft, current);
        NoGaps.find(draft, current);
        RatioWords.find(draft);
        SexPairs.balanced(draft);
        WhatIfWords.find(draft, current);
        TooOftenWords.find(draft);
        PacedWords.find(draft, current);
        ContactShares.find(draft, current);
        CountedWords.find(draft, current);
        UnmadeFindings.find(draft, current);
        StudyOrderWords.find(draft, vocabulary, current);
        UnmadeStudies.find(draft);
        OtherStandards.find(draft);
        AbsentContacts.find(draft, current);
        UnmadeCourses.find(draft, current);
        UnmadeTurns.find(draft, current);
        TimelineWords.behind(draft);
        GroupWords.find(draft, vocabulary, current);
        SexAges.find(draft);
        EveryAge.find(draft, current);
        NotInSome.find(draft);
        PartWords.find(draft, current);
        OwnDropWords.find(draft, current);
        OwnFigureFirst.find(draft, current);
        OwnLinked.find(draft, current);
        OwnVariableWords.find(draft, current);
        ConditionColumns.find(draft);
        ShapeWords.find(draft);
        UnitWords.find(draft);
        if (!current.equals(CohortSpec.DEFAULT)) {
            OtherOverwrite.find(draft, current);
            ShiftAgain.find(draft, current);
            RhythmDropped.find(draft, current);
            TimelineMoved.find(draft, current);
            TimelineAgain.find(draft, current);
            RemovalAgain.find(draft, current);
            ExclusionsKept.find(draft, current);
            OtherCategory.find(draft, current);
            Broached.find(draft, current);
            ContextWords.find(draft, current);
            Opposites.find(draft, current);
            CountEdits.find(draft, current);
            Verdicts.find(draft, current);
            AnyStage.find(draft, current);
            RemovalWords.find(draft, current);
            OnlyOne.find(draft, current);
            ByItsNumber.find(draft, current);
        }
        CorrelationAgain.find(draft, current);
        AllMoved.find(draft, current);
        AllSet.find(draft, current);
        RelativeShares.find(draft, current);
        SignedMoves.find(draft);
        RelativeWords.find(draft, current);
        if (!current.equals(CohortSpec.DEFAULT)) {
            AgeEdits.find(draft, current);
            LimitEdits.find(draft, current);
            EndEdits.find(draft, current);
            MovedMeans.find(draft, current);
            MovedLimits.find(draft, current);
            BareWords.find(draft, current);
            MovedLimits.unread(draft, current);
            ObservationCounts.find(draft, current);
        }
        UnclearNumbers.find(draft);
        EveryObservation.find(draft, current);
        DefinitionWords.find(draft);
        FileWishes.find(draft);
        LateControls.find(draft, current);
        SettingWords.find(draft, current);
        NameWords.find(draft);
        DiagnosedYears.find(draft, current);
        TimelineWords.find(draft, current);
        StartWords.find(draft, current);
        MeasuredWords.find(draft, current);
        VisitWords.find(draft, current);
        AllowedWords.find(draft, current);
        topics(draft, vocabulary, current);
        boolean main = draft.has(Edit.SetCondition.class) || current.condition().isPresent();
        List<Asked.Item> given =
                GivenShares.of(draft, Alternatives.united(s, Asked.of(draft), main), current);
        List<Asked.Item> heads =
                JointShares.united(draft, SharedHeads.moved(s, given, current), current);
        List<Asked.Item> items = PartsOfCondition.taken(draft, heads, current);
        AskedEdits.of(
                draft,
                items,
                draft.has(Edit.SetCondition.class)
                        || AddedWords.condition(s, current)
                        || supposed(draft, current));
        NobodyOnBoth.find(draft, current);
        SharesThatMeet.find(draft);
        OwnConditionWords.find(draft, vocabulary, current);
        PopulationWords.find(draft, current);
        StrayNumbers.shares(draft);
        CountWords.find(draft, !current.equals(CohortSpec.DEFAULT));
        boolean condition =
                items.stream()
                                .anyMatch(
                                        i ->
                                                i.found().criterion()
                                                        instanceof Criterion.HasCondition)
                        || draft.has(Edit.SetCondition.class);
        SparedWords.find(draft);
        UnknownConditions.find(draft, vocabulary, condition || current.condition().isPresent());
        SparedWords.find(draft); // those behind a name that nobody knows
        UnknownDrugs.find(draft, vocabulary);
        LooseOutliers.find(draft);
        SharedAnyway.find(draft);
        NoneOfThem.find(draft, current);
        BareNames.check(draft);
        DroppedWhich.find(draft, current);
        BareNames.denied(draft, !current.equals(CohortSpec.DEFAULT));
        List<String> ignored = new ArrayList<>(draft.unread());
        ignored.addAll(Leftovers.of(s));
        if (Noise.only(draft, ignored) && !(condition && s.definition())) {
            return no(
                    "request.noise",
                    shortened(s.text().strip()),
                    "Most of this could not be understood as a request for patient data.",
                    EXAMPLE);
        }
        if (StrayNumbers.count(draft, current, ignored)) {
            return no(
                    "request.noise",
                    shortened(s.text().strip()),
                    "Most of this could not be understood as a request for patient data.",
                    EXAMPLE);
        }
        if (draft.has(Edit.Suppose.class) && draft.edits().size() == 1) {
            return new Question(s.text().strip()); // nothing is supposed of the patients
        }
        List<Problem> problems = new ArrayList<>(draft.problems());
        boolean alone = draft.edits().isEmpty();
        if (alone || !problems.isEmpty()) {
            problems.addAll(draft.invitations());
        } else {
            draft.invitations().forEach(p -> invited(draft, ignored, p));
        }
        if (!problems.isEmpty()) {
            Optional<Understood> instead =
                    draft.askable() && draft.invitations().isEmpty()
                            ? Optional.of(understood(draft, current, ignored))
                            : Optional.empty();
            return new NotUnderstood(problems, draft.edits(), instead);
        }
        if (draft.edits().isEmpty() && (!ignored.isEmpty() || !Noise.mentionsCohort(s))) {
            Optional<Problem> amount =
                    current.equals(CohortSpec.DEFAULT) ? Optional.empty() : Unmeasured.of(s);
            if (amount.isPresent()) {
                return new NotUnderstood(
                        List.of(amount.get()), List.of(), HowMuch.of(s, current, amount.get()));
            }
            return no(
                    "request.noise",
                    shortened(s.text().strip()),
                    "Nothing in this could be understood as a request for patient data.",
                    EXAMPLE);
        }
        return understood(draft, current, ignored);
    }

    private static Understood understood(Draft draft, CohortSpec current, List<String> ignored) {
        List<Clarification> questions = questions(draft);
        if (current.equals(CohortSpec.DEFAULT)) {
            FirstDefaults.of(draft);
        }
        List<Reading.Quoted> edits = ArmShares.filled(draft.sentence, draft.edits());
        return new Understood(edits, draft.assumptions(), ignored, questions);
    }

    /** What is supposed of a cohort with a condition is beside the condition. */
    private static boolean supposed(Draft draft, CohortSpec current) {
        return draft.has(Edit.Suppose.class) && current.condition().isPresent();
    }

    /** Left undone beside the rest, with what would do it. */
    private static void invited(Draft draft, List<String> ignored, Problem p) {
        ignored.add(p.where());
        draft.assume(p.message() + " For example: " + p.suggestion() + ".");
    }

    /** What can be asked back; the usual reading is an assumption where nobody can be asked. */
    private static List<Clarification> questions(Draft draft) {
        List<Clarification> questions = new ArrayList<>(draft.clarifications());
        questions.forEach(q -> draft.assume(q.usual().assumption()));
        for (Ambiguity ambiguity : draft.ambiguities()) {
            ambiguity
                    .clarified(draft.edits())
                    .ifPresent(
                            q -> {
                                questions.add(q);
                                draft.assume(q.usual().assumption());
                            });
        }
        return questions;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static NotUnderstood no(String code, String where, String message, String suggestion) {
        List<Problem> one = new ArrayList<>();
        one.add(new Problem(code, where, message, suggestion));
        return new NotUnderstood(one, List.of(), Optional.empty());
    }
}
