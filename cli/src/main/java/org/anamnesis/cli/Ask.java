package org.anamnesis.cli;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Answer;
import org.anamnesis.converse.JsonForm;
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
        voice.say(() -> JsonForm.of(answer), () -> speak(answer));
        return Main.DONE;
    }

    private void speak(Answer answer) {
        voice.line(answer.text());
        answer.lines().forEach(l -> voice.line("  - " + l));
    }
}
