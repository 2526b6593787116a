package dev.hexlink.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Something Redis does in one step that nothing else comes between. */
record LuaScript(String text, String digest) {
  /** The script of a file beside this class. */
  static LuaScript of(String name) {
    try (InputStream in = LuaScript.class.getResourceAsStream(name + ".lua")) {
      byte[] text = Objects.requireNonNull(in, name).readAllBytes();
      return new LuaScript(new String(text, StandardCharsets.UTF_8), Base16.digest(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it by its digest, and by its text where the server does not know it yet. */
  <T> CompletionStage<T> run(Session session, ScriptOutputType type, List<String> keys, List<String> arguments) {
    RedisAsyncCommands<String, String> commands = session.commands();
    String[] names = keys.toArray(String[]::new);
    String[] values = arguments.toArray(String[]::new);
    CompletionStage<T> answer = commands.evalsha(digest, type, names, values);
    return answer.exceptionallyCompose(failure -> isUnknown(failure)
        ? commands.eval(text, type, names, values)
        : CompletableFuture.failedFuture(failure));
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof RedisNoScriptException
        || (failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException);
  }
}
