package dev.hexlink.architecture.coverage;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The public types whose Javadoc does not say what they are. A variant of a sealed type may go without, where its name says it all.
 */
final class UndocumentedTypes extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private static final Set<Kind> TYPES_OF_PUBLIC_MEMBERS = Set.of(Kind.INTERFACE, Kind.ANNOTATION_TYPE);
  private final DocTrees docs;
  private final List<String> found = new ArrayList<>();

  private UndocumentedTypes(DocTrees docs) {
    this.docs = docs;
  }

  static List<String> in(Iterable<? extends JavaFileObject> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    UndocumentedTypes types = new UndocumentedTypes(DocTrees.instance(task));
    try {
      for (CompilationUnitTree file : task.parse()) {
        types.scan(file, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types.found;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
    if (!isPublic(type)) {
      return null;
    }
    if (!isVariant(type) && !saysWhatItIs(getCurrentPath())) {
      found.add(nameOf(getCurrentPath()));
    }
    return super.visitClass(type, null);
  }

  private boolean isPublic(ClassTree type) {
    return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
        || TYPES_OF_PUBLIC_MEMBERS.contains(parent().getKind());
  }

  private boolean isVariant(ClassTree type) {
    return parent() instanceof ClassTree enclosing
        && type.getImplementsClause().stream().anyMatch(it -> isNamed(it, enclosing));
  }

  private static boolean isNamed(Tree type, ClassTree enclosing) {
    return type.toString().replaceFirst("<.*", "").equals(enclosing.getSimpleName().toString());
  }

  private Tree parent() {
    return getCurrentPath().getParentPath().getLeaf();
  }

  private boolean saysWhatItIs(TreePath path) {
    DocCommentTree comment = docs.getDocCommentTree(path);
    return comment != null && !comment.getFirstSentence().isEmpty();
  }

  private static String nameOf(TreePath path) {
    String name = "";
    for (Tree tree : path) {
      if (tree instanceof ClassTree type) {
        name = name.isEmpty() ? type.getSimpleName().toString() : type.getSimpleName() + "." + name;
      }
    }
    return name;
  }
}
