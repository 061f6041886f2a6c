// What the browser tests ask; every data set of the demo shop answers these, whatever its scale.
export const questions = {
  zh: {
    ranking: "上个月各省GMV前五",
    trend: "近30天每天的GMV",
    number: "昨天有多少订单",
    unclear: "上个月流水多少",
    impossible: "上个月利润多少",
    impossibleWord: "利润",
    begun: "上个月各省支付",
    begunDone: "上个月各省支付金额",
  },
  en: {
    ranking: "top 5 provinces by GMV last month",
    trend: "GMV by day in the last 30 days",
    number: "How many orders were placed yesterday?",
    unclear: "traffic last month",
    impossible: "profit last month",
    impossibleWord: "profit",
    begun: "top 5 provinces by conv",
    begunDone: "top 5 provinces by conversion rate",
  },
};
