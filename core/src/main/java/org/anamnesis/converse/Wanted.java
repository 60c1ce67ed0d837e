package org.anamnesis.converse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.export.Exporters;
import org.anamnesis.interpret.Reader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Said;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.SpecJson;

/**
 * What a request comes to, before any data is looked at.
 *
 * @param spec with the options of the request in place of what the words or the file say
 * @param said words it came from
 * @param understood a sentence each, with the words it rests on where there are words
 * @param problems all of them, so that one try mends them all
 */
record Wanted(CohortSpec spec, Said said, List<String> understood, List<Problem> problems) {
    private static final int SHOWN = 80;

    static Wanted of(GenerateRequest request, Reader reader) {
        return checked(
                request.specFile().isPresent() ? file(request) : words(request, reader), request);
    }

    /** Of what a conversation came to. */
    static Wanted of(SpecFile settled, GenerateRequest request) {
        var wanted =
                new Wanted(
                        settled.spec(),
                        settled.said(),
                        Understood.lines(settled.spec()),
                        List.of());
        return checked(wanted, request);
    }

    private static Wanted checked(Wanted asked, GenerateRequest request) {
        List<Problem> problems = new ArrayList<>(asked.problems());
        CohortSpec spec = adjusted(asked.spec(), request);
        problems.addAll(Today.problems(spec));
        Set<String> named = problems.stream().map(Problem::where).collect(Collectors.toSet());
        Exporters.installed().check(spec.formats()).stream()
                .filter(p -> !named.contains(p.where()))
                .forEach(problems::add);
        return new Wanted(spec, asked.said(), asked.understood(), problems);
    }

    private static Wanted words(GenerateRequest request, Reader reader) {
        String words = request.words().orElse("");
        Understood u = Understood.of(words, CohortSpec.DEFAULT, reader);
        List<Problem> problems = new ArrayList<>(u.problems());
        u.question().ifPresent(q -> problems.add(question(q)));
        u.unclear().forEach(q -> q.unasked().ifPresent(problems::add));
        var said = new Said(List.of(words.strip()), u.assumed(), u.notUsed());
        return new Wanted(u.spec(), said, u.understood(), problems);
    }

    private static Problem question(String text) {
        return new Problem(
                "request.question",
                text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text,
                "this is a question, not a request for patients",
                "./anamnesis ask \"...\" answers questions; a request reads like \"200 patients with asthma\"");
    }

    private static Wanted file(GenerateRequest request) {
        List<Problem> problems = new ArrayList<>();
        try {
            SpecFile file =
                    SpecJson.file(
                            Files.readString(request.specFile().get(), StandardCharsets.UTF_8));
            return new Wanted(file.spec(), file.said(), Understood.lines(file.spec()), List.of());
        } catch (RequestException e) {
            problems.addAll(e.problems());
        } catch (NoSuchFileException e) {
            problems.add(specProblem(request, "there is no such file"));
        } catch (IOException e) {
            problems.add(specProblem(request, "this file cannot be read as UTF-8 text"));
        }
        return new Wanted(CohortSpec.DEFAULT, Said.NOTHING, List.of(), problems);
    }

    private static Problem specProblem(GenerateRequest request, String message) {
        return new Problem(
                "spec.file",
                request.specFile().orElseThrow().toString(),
                message,
                "the spec.json of an earlier run");
    }

    private static CohortSpec adjusted(CohortSpec spec, GenerateRequest request) {
        List<Edit> edits = new ArrayList<>(); // of a what-if, its baseline gets them, too
        request.seed().ifPresent(v -> edits.add(new Edit.SetSeed(v)));
        request.engine().ifPresent(v -> edits.add(new Edit.SetEngine(v)));
        request.formats().ifPresent(v -> edits.add(new Edit.SetFormats(v)));
        if (request.names()) {
            edits.add(new Edit.NamePatients(true));
        }
        return Amendment.of(spec, edits);
    }
}
