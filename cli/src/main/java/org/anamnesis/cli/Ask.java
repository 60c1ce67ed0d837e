package org.anamnesis.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Answers one question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Ask what the evidence and the population say, and who says so.")
final class Ask extends JsonCommand {
    @Parameters(arity = "1..*", paramLabel = "QUESTION")
    private List<String> words = new ArrayList<>();

    Ask(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        Answer answer = facade.ask(String.join(" ", words).strip());
        voice.say(() -> object(answer), () -> speak(answer));
        return Main.DONE;
    }

    private void speak(Answer answer) {
        voice.line(answer.text());
        answer.lines().forEach(l -> voice.line("  - " + l));
    }

    private static Map<String, Object> object(Answer answer) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("answer", answer.text());
        m.put("lines", answer.lines());
        m.putAll(answer.json());
        return m;
    }
}
