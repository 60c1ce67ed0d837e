package org.anamnesis.cli;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Interpretation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Turn;
import org.anamnesis.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows how messages were read, one after another, without making patients. */
@Command(
        name = "interpret",
        mixinStandardHelpOptions = true,
        description = "Say what was understood of one or more messages; make nothing.")
final class Interpret extends JsonCommand {
    private static final int LONGEST_ECHO = 1000;

    @Parameters(arity = "1..*", paramLabel = "TURN")
    private List<String> turns = new ArrayList<>();

    @Mixin private ModelOptions model = new ModelOptions();

    Interpret(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        Interpretation done =
                model.program(facade).interpret(turns.stream().map(String::strip).toList());
        List<Problem> problems = done.turns().stream().flatMap(t -> t.problems().stream()).toList();
        voice.say(() -> JsonForm.of(done), () -> speak(done, problems));
        return problems.isEmpty() ? Main.DONE : Main.REQUEST;
    }

    private void speak(Interpretation done, List<Problem> problems) {
        var telling = new Telling(voice);
        for (Turn t : done.turns()) {
            voice.line("> " + shown(t.message()));
            telling.tell(t);
        }
        voice.line(done.specJson());
        voice.problems(problems, Main.REQUEST);
    }

    /** A message as an echo: in full unless somebody passed a file by mistake. */
    private static String shown(String message) {
        return message.length() <= LONGEST_ECHO
                ? message
                : message.substring(0, LONGEST_ECHO).strip() + " ...";
    }
}
