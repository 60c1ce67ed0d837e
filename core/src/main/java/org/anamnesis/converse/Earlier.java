package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.FollowUp;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Mended;
import org.anamnesis.interpret.OtherQuestions;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.interpret.QuestionSlips;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.measure.Measurands;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.SpecCheck;

/**
 * What the messages before give to words that say little alone: another number for a request that
 * failed, a figure that was asked about and is now wanted, a question that goes on.
 */
final class Earlier {
    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?i)\\b(?:of (?:them|these|those)|patients|people|persons|subjects)\\b");

    /** So many questions may hang on each other. */
    private static final int CHAIN = 5;

    /** Ask more of what was told about the program. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:and |but |so )?(?:how|why|how so|how come|how exactly|how does that work|in what way|in which way"
                            + "|by what means|which ones|such as|like what|for example|namely|meaning|really|for instance"
                            + "|are you sure|is that so|how do i do that|what does that mean|which)\\W*");

    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?i)(?:above|over|below|under|at least|at most|more than|less than|[<>≥≤]=?) ?[0-9.]+");

    private final Conversation heard;
    private final Reader reader;
    private final QuestionReader questions = new QuestionReader();

    /**
     * @param heard the conversation with the present message as its last
     */
    Earlier(Conversation heard, Reader reader) {
        this.heard = heard;
        this.reader = reader;
    }

    Optional<String> before(int back) {
        List<String> all = heard.messages();
        int at = all.size() - 1 - back;
        return at < 0 ? Optional.empty() : Optional.of(QuestionSlips.mended(all.get(at)));
    }

    private boolean question(String text) {
        return reader.read(text, heard.spec(), heard.language()) instanceof Reading.Question;
    }

    /** What a message asks by pointing at what was said before; empty if it does not. */
    List<Edit> meant(String message) {
        var likewise = new Likewise(heard);
        return Stream.<Supplier<List<Edit>>>of(
                        () -> StandingNumber.of(heard, message, this::edits),
                        () -> Returned.of(heard, message),
                        () -> Pointed.of(heard, message, reader),
                        () -> likewise.removed(message),
                        () -> SeedAgain.of(heard, message),
                        () -> likewise.copied(message),
                        () -> WhatIfAgain.edits(heard, message),
                        () -> wanted(message))
                .map(Supplier::get)
                .filter(edits -> !edits.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    List<Edit> edits(String message) {
        return reader.read(message, heard.spec(), heard.language()) instanceof Reading.Understood u
                ? u.edits().stream().map(Reading.Quoted::edit).toList()
                : List.of();
    }

    /** The request before with another number or name. */
    Optional<String> mended(String message) {
        return WhatIfAgain.words(heard, message)
                .or(() -> otherNumber(message))
                .or(() -> Completed.of(heard, message, reader))
                .or(() -> failed().flatMap(f -> Renamed.of(heard, f, message, reader)))
                .or(() -> new Likewise(heard).again(message))
                .or(() -> Ranged.of(heard, message, reader));
    }

    /** The request before with this number in the place of the one that was wrong. */
    private Optional<String> otherNumber(String message) {
        Optional<String> failed = failed();
        Optional<BareAmount> now = BareAmount.of(message, heard.language());
        if (now.isEmpty() || failed.isEmpty() || talk(failed.get()).isPresent()) {
            return Optional.empty();
        }
        return problems(failed.get()).stream()
                .findFirst()
                .flatMap(p -> Mended.of(failed.get(), p.where(), now.get()))
                .or(() -> unmet(failed.get()).flatMap(w -> Mended.of(failed.get(), w, now.get())));
    }

    /** The words of a request that is sound and yet was not done: the people do not allow it. */
    private Optional<String> unmet(String failed) {
        Reading reading = reader.read(failed, heard.spec(), heard.language());
        boolean asks =
                reading instanceof Reading.Understood u
                        && u.questions().isEmpty()
                        && !Amendment.of(heard.spec(), edits(failed)).equals(heard.spec());
        return asks ? Optional.of(failed) : Optional.empty();
    }

    /** The message before, if it changed nothing. */
    private Optional<String> failed() {
        return before(1).filter(m -> !m.equals(heard.now().message()));
    }

    private Optional<Intent> talk(String message) {
        return TalkWords.read(message, heard.names().keySet(), heard.language());
    }

    /** The same, or what a question about the program is about. */
    private Optional<Intent> intent(String message) {
        return talk(message).or(() -> TalkWords.about(message, heard.language()));
    }

    /** What was wrong with a message that was said to the present state. */
    private List<Problem> problems(String message) {
        CohortSpec spec = heard.spec();
        Reading reading = reader.read(message, spec, heard.language());
        if (reading instanceof Reading.NotUnderstood n) {
            return n.problems();
        }
        if (reading instanceof Reading.Understood u) {
            List<Edit> edits = u.edits().stream().map(Reading.Quoted::edit).toList();
            return SpecCheck.problems(Amendment.of(spec, edits));
        }
        return List.of();
    }

    private List<Edit> wanted(String message) {
        return BareAmount.of(message, heard.language())
                .filter(a -> !PEOPLE.matcher(message).find()) // "120 of them" is how many
                .map(a -> new WishedFigure(this).of(a, message))
                .orElse(List.of());
    }

    boolean main(String condition) {
        return heard.spec().condition().filter(condition::equals).isPresent();
    }

    /** "is 10 still plausible?", of what the request asks of. */
    Optional<Question> judged(String message) {
        CohortSpec spec = heard.spec();
        List<String> talkedOf = new ArrayList<>();
        spec.beyond().overwrites().forEach(o -> talkedOf.add(o.observation()));
        spec.constraints().stream()
                .map(c -> Edit.Forget.about(c).subject())
                .filter(o -> o.equals("age") || Measurands.bundled().find(o).isPresent())
                .forEach(talkedOf::add);
        Collections.reverse(talkedOf);
        return OtherQuestions.bareJudged(message, talkedOf, spec.condition());
    }

    /** "what would be normal?", of what a limit was asked for last. */
    static Optional<Question> normal(String message, CohortSpec spec) {
        boolean asks =
                message.toLowerCase(Locale.ROOT).matches(".*\\b(normal|reference|healthy)\\b.*");
        Optional<Question> last = Optional.empty();
        for (Constraint c : spec.constraints()) {
            if (asks
                    && c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.ObservationWithin o
                    && Measurands.bundled().find(o.observation()).isPresent()) {
                last = Optional.of(new Question.Range(o.observation()));
            } else if (asks
                    && c instanceof Constraint.Mean m
                    && Measurands.bundled().find(m.observation()).isPresent()) {
                last = Optional.of(new Question.Range(m.observation()));
            }
        }
        return last;
    }

    /** "which stage would that be?", of a filtration rate. */
    static Optional<Question> stage(String message, CohortSpec spec) {
        boolean asks = message.toLowerCase(Locale.ROOT).matches(".*\\b(?:stages?|grade)\\b.*");
        return spec.constraints().stream()
                .map(c -> Edit.Forget.about(c).subject())
                .filter(o -> asks && o.equals("egfr"))
                .findFirst()
                .map(o -> new Question.Definition("chronic-kidney-disease", Optional.empty()));
    }

    /**
     * What "says who?" is about: what it names, else the figure that was asked for last, which is
     * told with its source, else the evidence on the condition talked about.
     */
    Question behind(String message) {
        boolean guidelines = message.matches("(?i).*\\bguidelines?\\b.*"); // of no single figure
        return named(message)
                .or(() -> guidelines ? Optional.empty() : asked(1).filter(Question::figure))
                .orElseGet(() -> new Question.Sources(heard.spec().condition()));
    }

    /** "which drugs do you know for epilepsy?", "how sure is the mean BMI?": not of all alike. */
    Optional<Question> specific(String message, Intent intent) {
        if (intent instanceof Intent.Real) {
            return Optional.of(new Question.Real());
        }
        if (!(intent instanceof Intent.About about)) {
            return Optional.empty();
        }
        return switch (about.topic()) {
            case DRUGS -> named(message).filter(q -> q instanceof Question.Companions);
            case CERTAINTY -> named(message).filter(Question::figure);
            default -> Optional.empty();
        };
    }

    private Question mean(String observation) {
        return new Question.Statistic(
                Question.Statistic.Kind.MEAN,
                0,
                observation,
                heard.spec().condition(),
                List.of(),
                Optional.empty());
    }

    /** What a message asks, if all of it is understood. */
    Optional<Question> understood(String message) {
        Question own = questions.read(message, heard.spec().condition());
        return own instanceof Question.Unknown ? Optional.empty() : Optional.of(own);
    }

    /**
     * The question that a message asks of something it names itself, though its words may be about
     * sources or certainty: "how sure is the prevalence of asthma?"
     */
    Optional<Question> named(String message) {
        Question own = questions.read(message, Optional.empty());
        boolean general = own instanceof Question.Sources s && s.condition().isEmpty();
        if (!(own instanceof Question.Unknown) && !(own instanceof Question.Real) && !general) {
            return own.figure()
                    ? Optional.of(questions.read(message, heard.spec().condition()))
                    : Optional.of(own);
        }
        List<String> conditions = ids(message, Concept.Kind.CONDITION);
        if (conditions.size() == 1) {
            return Optional.of(new Question.Sources(Optional.of(conditions.get(0))));
        }
        List<String> observations = ids(message, Concept.Kind.OBSERVATION);
        return conditions.isEmpty() && observations.size() == 1
                ? Optional.of(mean(observations.get(0)))
                : Optional.empty();
    }

    private static List<String> ids(String message, Concept.Kind kind) {
        return Vocabulary.bundled().find(message).stream()
                .map(m -> m.concept())
                .filter(c -> c.kind() == kind)
                .map(Concept::id)
                .distinct()
                .toList();
    }

    /** What a question means that only makes sense after the one before it. */
    Optional<Question> goesOn(String message) {
        return goesOn(message, 1);
    }

    /** One that could not be answered is passed over. */
    private Optional<Question> goesOn(String message, int back) {
        for (int k = back; k <= CHAIN && asks(k); k++) {
            Optional<Question> last = asked(k);
            if (last.isPresent()) {
                return FollowUp.of(last.get(), message);
            }
        }
        return Optional.empty();
    }

    /** Whether the message so far back was a question. */
    private boolean asks(int back) {
        return before(back).filter(m -> question(m) || FollowUp.opens(m)).isPresent();
    }

    /** What the message so far back asked, if that can be told. */
    Optional<Question> asked(int back) {
        if (!asks(back)) {
            return Optional.empty();
        }
        String text = before(back).orElseThrow();
        Question whole = questions.read(text, heard.spec().condition());
        return whole instanceof Question.Unknown
                ? goesOn(text, back + 1).or(() -> judged(text))
                : Optional.of(whole);
    }

    /**
     * "and if they were women?", "what would it be at over 8?", after "how many are like this?":
     * the request with that beside it.
     */
    Optional<CohortSpec> supposed(String message) {
        boolean goesOn =
                FollowUp.opens(message)
                        || message.strip()
                                .toLowerCase(Locale.ROOT)
                                .matches("(?:what would|what if|how many).*");
        boolean rarity =
                before(1).flatMap(this::intent).filter(i -> i instanceof Intent.Rarity).isPresent();
        if (!goesOn || !rarity) {
            return Optional.empty();
        }
        List<Criterion> bare = bareLimit(message);
        List<Criterion> named = bare.isEmpty() ? FollowUp.criteria(message) : bare;
        List<Edit> edits = new ArrayList<>();
        for (Criterion c : named) {
            boolean condition = c instanceof Criterion.HasCondition h && h.stage().isEmpty();
            edits.add(
                    condition
                            ? new Edit.SetCondition(((Criterion.HasCondition) c).condition())
                            : new Edit.AddConstraint(new Constraint.Require(c)));
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(Amendment.of(heard.spec(), edits));
    }

    /** "over 8", of what the request limits last. */
    private List<Criterion> bareLimit(String message) {
        Matcher limit = LIMIT.matcher(message);
        boolean age = message.toLowerCase(Locale.ROOT).matches(".*\\b(?:years?|aged?|old)\\b.*");
        if (!limit.find() || age || !Vocabulary.bundled().find(message).isEmpty()) {
            return List.of();
        }
        String last = "";
        for (Constraint c : heard.spec().constraints()) {
            boolean one =
                    c instanceof Constraint.Require r
                            && r.criterion() instanceof Criterion.ObservationWithin;
            String subject = Edit.Forget.about(c).subject();
            last = one ? Measurands.bundled().find(subject).map(m -> m.name()).orElse(last) : last;
        }
        return last.isEmpty() ? List.of() : FollowUp.criteria(last + " " + limit.group());
    }

    /** "and what about Parquet?", after a question about the program and its data. */
    Optional<Intent> aboutGoesOn(String message) {
        Optional<String> earlier = before(1);
        boolean alone = ALONE.matcher(message.strip().toLowerCase(Locale.ROOT)).matches();
        if (earlier.isEmpty() || !(alone || FollowUp.opens(message))) {
            return Optional.empty();
        }
        Optional<Intent> last = intent(earlier.get()).filter(i -> i instanceof Intent.About);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Intent> now = alone ? last : TalkWords.about(message, heard.language());
        boolean named = now.equals(last) || (now.isEmpty() && listed(last.get()));
        return named ? last : Optional.empty();
    }

    /** Topics of which one thing after the other may be asked, by its name alone. */
    private static boolean listed(Intent intent) {
        return intent instanceof Intent.About a
                && switch (a.topic()) {
                    case CONDITIONS, DRUGS, LANGUAGES, COUNTRIES, FORMATS, ENGINES -> true;
                    default -> false;
                };
    }
}
