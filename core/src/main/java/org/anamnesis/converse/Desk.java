package org.anamnesis.converse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anamnesis.export.omop.OmopTables;
import org.anamnesis.generate.Learners;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Advisers;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Linker;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;

/** The use cases on the evidence and population that ship. */
final class Desk implements Anamnesis {
    static final String VERSION = "0.1.0";

    private final Adviser adviser;
    private final Reader reader;
    private final Supplier<Shipped> shipped;
    private final NamedFiles files;
    private final Optional<Path> vocabulary;
    private final PeopleDesk people;

    /**
     * @param adviser is asked in conversations about words that the rules leave unread
     */
    Desk(Adviser adviser) {
        this(
                adviser,
                new Remembered(new RuleReader(Linker.installed())),
                Once.of(Shipped::new),
                NamedFiles.ANYWHERE,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param vocabulary that completes OMOP tables wherever they are asked for
     * @param start the model that a new conversation is about
     */
    private Desk(
            Adviser adviser,
            Reader reader,
            Supplier<Shipped> shipped,
            NamedFiles files,
            Optional<Path> vocabulary,
            Optional<UsedModel> start) {
        this.adviser = adviser;
        this.reader = reader;
        this.shipped = shipped;
        this.files = files;
        this.vocabulary = vocabulary;
        this.people =
                new PeopleDesk(
                        reader,
                        Once.of(() -> new TalkDesk(reader, adviser, world())),
                        this::world,
                        files,
                        start);
    }

    private World world() {
        return shipped.get().world();
    }

    @Override
    public Anamnesis on(Path model) {
        var desk =
                new Desk(
                        adviser,
                        reader,
                        shipped,
                        files,
                        vocabulary,
                        Optional.of(PeopleDesk.used(model)));
        desk.people.begin();
        return desk;
    }

    @Override
    public Anamnesis reading(NamedFiles only) {
        return new Desk(adviser, reader, shipped, only, vocabulary, Optional.empty());
    }

    @Override
    public Anamnesis completedBy(Path folder) {
        OmopTables.check(folder);
        return new Desk(
                adviser,
                reader,
                shipped,
                files,
                Optional.of(folder.toAbsolutePath()),
                Optional.empty());
    }

    @Override
    public Anamnesis withSettings(Map<String, String> over) {
        return ServiceLoader.load(Advisers.class)
                .findFirst()
                .<Anamnesis>map(
                        found ->
                                new Desk(
                                        found.adviser(over),
                                        reader,
                                        shipped,
                                        files,
                                        vocabulary,
                                        Optional.empty()))
                .orElse(this);
    }

    @Override
    public Interpretation interpret(List<String> messages) {
        Conversation conversation = Conversation.EMPTY;
        List<Turn> turns = new ArrayList<>();
        for (String message : messages) {
            Step step = turn(conversation, message);
            turns.add(step.turn());
            conversation = step.after();
        }
        return new Interpretation(SpecJson.write(conversation.spec()), turns);
    }

    @Override
    public Step turn(Conversation conversation, String message) {
        Step step =
                SavedBehind.of(conversation, message)
                        .map(s -> s.step(conversation, message, people::turn))
                        .orElseGet(() -> people.turn(conversation, message));
        Language language = Language.of(message, conversation.language());
        return new Step(step.after(), ToldTurn.of(step.turn(), language));
    }

    @Override
    public Optional<Turn.Asked> question(Conversation conversation) {
        return new OpenQuestions(people.reader(conversation, reader))
                .of(conversation).stream()
                        .findFirst()
                        .map(q -> ToldTurn.of(Replies.asked(q), conversation.language()));
    }

    @Override
    public Step amend(Conversation conversation, CohortSpec wanted) {
        Step step = people.amend(conversation, wanted);
        return new Step(step.after(), ToldTurn.of(step.turn(), conversation.language()));
    }

    @Override
    public List<Narrowed> narrowing(Conversation conversation) {
        return conversation.model().isPresent()
                ? List.of()
                : Narrowing.of(conversation.spec(), world());
    }

    @Override
    public List<String> beside(Conversation conversation, int first, int second) {
        Version a = conversation.versions().get(first);
        Version b = conversation.versions().get(second);
        boolean asked =
                Stream.of(a, b)
                        .allMatch(v -> v.model().isEmpty() && !v.spec().equals(CohortSpec.DEFAULT));
        if (!asked || first == second) {
            return List.of();
        }
        try {
            return world().beside(a.spec(), b.spec())
                    .lines("version " + first, "version " + second);
        } catch (RequestException e) {
            return List.of();
        }
    }

    @Override
    public Previewed preview(Conversation conversation, int patients, int rows, Progress progress) {
        conversation
                .model()
                .ifPresent(
                        m -> {
                            throw new RequestException(
                                    List.of(
                                            new Problem(
                                                    "preview.model",
                                                    m.file(),
                                                    "there is no preview of a learned model",
                                                    "rows made from it")));
                        });
        var open = new OpenQuestions(people.reader(conversation, reader));
        try {
            return PreviewDesk.of(
                    open.settled(conversation), patients, rows, shipped.get(), progress);
        } catch (RequestException e) {
            throw new RequestException(
                    ToldTurn.of(
                            String.join("\n", conversation.messages()),
                            e.problems(),
                            conversation.language()));
        }
    }

    @Override
    public RowsLook look(Conversation conversation, int rows, int shown) {
        UsedModel model =
                conversation
                        .model()
                        .orElseThrow(
                                () ->
                                        RequestException.of(
                                                "preview.population",
                                                "",
                                                "the conversation is about no learned model",
                                                "the preview of its patients"));
        var desk = new SampleDesk(Learners.installed(), reader);
        return new RowsLookDesk(desk, Learners.installed())
                .look(conversation, Path.of(model.file()), rows, shown);
    }

    @Override
    public StudyPicture picture(Conversation conversation, String kind) {
        var open = new OpenQuestions(people.reader(conversation, reader));
        return StudyDesk.of(open.settled(conversation), kind, shipped.get());
    }

    @Override
    public Outcome generate(GenerateRequest request, Progress progress) {
        String words = request.words().orElse("");
        return told(
                words,
                Language.of(words),
                () -> desk(Wanted.of(request, reader), request, progress).outcome());
    }

    private GenerateDesk desk(Wanted wanted, GenerateRequest request, Progress progress) {
        return new GenerateDesk(wanted, request, vocabulary, progress, shipped);
    }

    /** What comes of it, or its problems, in the language of the words. */
    private static Outcome told(String words, Language language, Supplier<Outcome> made) {
        try {
            return ToldTurn.of(made.get(), language);
        } catch (RequestException e) {
            throw new RequestException(ToldTurn.of(words, e.problems(), language));
        }
    }

    @Override
    public Outcome make(Conversation conversation, GenerateRequest request, Progress progress) {
        var open = new OpenQuestions(people.reader(conversation, reader));
        Wanted wanted = Wanted.of(open.settled(conversation), request);
        String words = String.join("\n", conversation.messages());
        return told(
                words, conversation.language(), () -> desk(wanted, request, progress).outcome());
    }

    @Override
    public Answer ask(String question) {
        Language language = Language.of(question);
        var desk = new AskDesk(shipped.get().evidence(), () -> shipped.get().people(true, false));
        try {
            return ToldTurn.of(desk.answer(question), language);
        } catch (RequestException e) {
            throw new RequestException(ToldTurn.of(question, e.problems(), language));
        }
    }

    @Override
    public Evaluated evaluate(EvaluateRequest request, Progress progress) {
        return EvaluateDesk.evaluate(request, progress);
    }

    @Override
    public void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress) {
        CensusDesk.build(nhanes, out, keepApart, progress);
    }

    @Override
    public List<String> pretrain(
            Path nhanes, List<String> engines, Path out, long seed, Progress progress) {
        return PretrainDesk.train(nhanes, engines, out, seed, today(), progress);
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    @Override
    public Learned learn(LearnRequest request, Progress progress) {
        return new LearnDesk(Learners.installed(), Optional.of(new LearningAudit()), today())
                .learn(request, progress);
    }

    @Override
    public RowsMade sample(RowsRequest request, Progress progress) {
        return new SampleDesk(Learners.installed(), reader).sample(request, progress);
    }

    @Override
    public Loaded load(LoadRequest request, Progress progress) {
        return LoadDesk.load(request, progress);
    }

    @Override
    public Validated validate(ValidateRequest request, Progress progress) {
        return ValidateDesk.validate(request, progress);
    }
}
