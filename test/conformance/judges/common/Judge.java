import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A judge that stays: one line in for each file, one line of JSON out, so that hundreds of files cost one start of the
 * virtual machine. A line is the file's path and then `name=value` pairs, with a tab between each two.
 */
interface Judge {
    /** What the judge says of a file, as a tree of maps, lists, strings, numbers, booleans and nulls. */
    Map<String, Object> judge(String file, Map<String, String> options) throws Exception;

    /** Answers line after line until standard input ends. */
    static void serve(Judge judge) throws IOException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Libraries that print must not come between two answers.
        System.setOut(System.err);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split("\t");
            Map<String, String> options = new LinkedHashMap<>();
            for (int i = 1; i < fields.length; i++) {
                int equals = fields[i].indexOf('=');
                options.put(fields[i].substring(0, equals), fields[i].substring(equals + 1));
            }
            answers.println(Json.write(answer(judge, fields[0], options)));
        }
    }

    private static Map<String, Object> answer(Judge judge, String file, Map<String, String> options) {
        try {
            return judge.judge(file, options);
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("failure", failure.toString());
            return answer;
        }
    }
}
