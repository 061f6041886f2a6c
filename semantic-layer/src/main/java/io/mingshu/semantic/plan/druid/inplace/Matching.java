package io.mingshu.semantic.plan.druid.inplace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A join of rows whose keys are equal; of all rows with all where there are no keys. */
final class Matching {
  private static final Set<SqlTypeName> KEYS =
      Set.of(
          SqlTypeName.CHAR,
          SqlTypeName.VARCHAR,
          SqlTypeName.INTEGER,
          SqlTypeName.BIGINT,
          SqlTypeName.DATE,
          SqlTypeName.TIMESTAMP,
          SqlTypeName.BOOLEAN);

  private final JoinRelType type;
  private final List<Integer> leftKeys;
  private final List<Integer> rightKeys;
  private final int leftWidth;
  private final int rightWidth;

  private Matching(Join join, JoinInfo keys) {
    this.type = join.getJoinType();
    this.leftKeys = List.copyOf(keys.leftKeys);
    this.rightKeys = List.copyOf(keys.rightKeys);
    this.leftWidth = join.getLeft().getRowType().getFieldCount();
    this.rightWidth = join.getRight().getRowType().getFieldCount();
  }

  static Matching of(Join join) throws NotInPlace {
    JoinInfo keys = join.analyzeCondition();
    boolean known =
        switch (join.getJoinType()) {
          case INNER, LEFT, FULL -> true;
          default -> false;
        };
    if (!known || !keys.isEqui() || keys.nullExclusionFlags.contains(false)) {
      throw new NotInPlace();
    }
    for (int i = 0; i < keys.leftKeys.size(); i++) {
      requireAlike(
          join.getLeft().getRowType().getFieldList().get(keys.leftKeys.get(i)).getType(),
          join.getRight().getRowType().getFieldList().get(keys.rightKeys.get(i)).getType());
    }
    return new Matching(join, keys);
  }

  /** Equal values must be equal objects. */
  private static void requireAlike(RelDataType left, RelDataType right) throws NotInPlace {
    boolean alike =
        left.getSqlTypeName() == right.getSqlTypeName()
            || left.getSqlTypeName().getFamily() == right.getSqlTypeName().getFamily();
    if (!alike || !KEYS.contains(left.getSqlTypeName()) || !KEYS.contains(right.getSqlTypeName())) {
      throw new NotInPlace();
    }
  }

  List<List<@Nullable Object>> join(
      List<List<@Nullable Object>> left, List<List<@Nullable Object>> right, int most)
      throws TooManyRows {
    Map<List<Object>, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < right.size(); i++) {
      @Nullable List<Object> key = key(right.get(i), rightKeys);
      if (key != null) {
        places.computeIfAbsent(key, unseen -> new ArrayList<>()).add(i);
      }
    }
    List<List<@Nullable Object>> joined = new ArrayList<>();
    Set<Integer> matched = new HashSet<>();
    for (List<@Nullable Object> row : left) {
      @Nullable List<Object> key = key(row, leftKeys);
      List<Integer> matches = key == null ? List.of() : places.getOrDefault(key, List.of());
      for (int place : matches) {
        add(joined, row, right.get(place), most);
        matched.add(place);
      }
      if (matches.isEmpty() && type != JoinRelType.INNER) {
        add(joined, row, Collections.nCopies(rightWidth, null), most);
      }
    }
    if (type == JoinRelType.FULL) {
      for (int i = 0; i < right.size(); i++) {
        if (!matched.contains(i)) {
          add(joined, Collections.nCopies(leftWidth, null), right.get(i), most);
        }
      }
    }
    return joined;
  }

  /** Nothing equals null. */
  private static @Nullable List<Object> key(List<@Nullable Object> row, List<Integer> places) {
    List<Object> key = new ArrayList<>(places.size());
    for (int place : places) {
      if (row.get(place) == null) {
        return null;
      }
      key.add(Objects.requireNonNull(row.get(place)));
    }
    return key;
  }

  private static void add(
      List<List<@Nullable Object>> joined,
      List<@Nullable Object> left,
      List<@Nullable Object> right,
      int most)
      throws TooManyRows {
    if (joined.size() == most) {
      throw new TooManyRows();
    }
    List<@Nullable Object> row = new ArrayList<>(left.size() + right.size());
    row.addAll(left);
    row.addAll(right);
    joined.add(Collections.unmodifiableList(row));
  }
}
