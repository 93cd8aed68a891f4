extension Intent {
  /// What shops say every day, in simplified Chinese.
  static let chinese = list(
    """
    售前 自动回复 欢迎光临 huan-ying-guang-lin 问候,在吗 hygl
      欢迎来到小店，<product>正在参加<event>，有什么想了解的可以直接告诉我<close>
      在的，这里是客服<agent>，您看中的<product>有现货，需要我为您介绍一下吗<close>
    售前 自动回复 离线留言 li-xian-liu-yan 下班,夜间 lxly
      现在是休息时间，您的留言我们已经收到，明早<hour>点会按顺序逐一回复<close>
    售前 商品知识 尺码建议 chi-ma-jian-yi 身高,体重,大小 cmjy
      按您说的身高<number>厘米来看，<product>选<spec>会比较合身，喜欢宽松可以大一号<close>
      <product>的尺码表在详情页第三张图，量一下平时穿的衣服再对照会更准<close>
    售前 商品知识 材质说明 cai-zhi-shuo-ming 面料,成分 czsm
      <product>（型号<sku>）用的是环保材料，已经通过质检，报告可以在详情页底部查看<close>
      这款<spec>的手感偏软，清洗时用冷水手洗、平铺晾干，不容易变形<close>
    售前 商品知识 色差解释 se-cha-jie-shi 颜色,实物 scjs
      图片都是实物拍摄，不同屏幕显示的颜色会略有差别，<spec>以收到的<product>为准<close>
    售前 商品知识 使用方法 shi-yong-fang-fa 说明书,教程 syff
      <product>第一次使用前请先充电<number>分钟，长按电源键三秒开机，指示灯变绿就可以用了<close>
      扫描包装盒上的二维码就有<product>的视频教程，型号请选<sku><close>
    售前 商品知识 库存查询 ku-cun-cha-xun 有货,现货 kccx
      帮您查到<product><spec>在<city>仓还有<number>件，拍下后按付款顺序安排<close>
      型号<sku>暂时缺货，预计补货后会在店铺首页通知，可以先点收藏<close>
    售前 活动内容 满减规则 man-jian-gui-ze 优惠,凑单 mjgz
      <event>期间满<price>元减<number>元，可以和店铺券一起用，结算页会自动扣减<close>
    售前 活动内容 赠品说明 zeng-pin-shuo-ming 礼物,送什么 zpsm
      购买<product>送<gift>一份，赠品和商品放在同一个包裹里，数量有限送完为止<close>
    售前 活动内容 会员积分 hui-yuan-ji-fen 等级,兑换 hyjf
      确认收货后系统会按实付金额发放积分，攒够<price>分可以兑换<gift><close>
    售前 收藏关注 关注有礼 guan-zhu-you-li 收藏,粉丝 gzyl
      关注店铺就能领取<number>元的优惠券，新品上架和<event>也会第一时间通知您<close>
    售中 发货 发货时间 fa-huo-shi-jian 什么时候发,时效 fhsj
      <product>由<city>仓库发出，付款后会按下单顺序打包，发出后您会收到短信提醒<close>
      您的订单{{订单号}}已经在排队打包，今天<hour>点前付款的都会优先处理<close>
    售中 发货 催发货 cui-fa-huo 加急,还没发 cfh
      已经给仓库备注加急，<product>打包完成后我第一时间把单号发给您<close>
      让您久等了，订单{{订单号}}排在今天的出库单里，有进展我马上联系您<close>
    售中 发货 预售说明 yu-shou-shuo-ming 定金,尾款 yssm
      这款<product>是预售商品，页面写明的日期之后陆续发出，尾款请在<hour>点以后支付<close>
    售中 快递 默认快递 mo-ren-kuai-di 发什么快递,物流 mrkd
      我们默认发<courier>，如果您那边只有别的快递能到，请在下单时备注<close>
      <city>地区一般由<courier>派送，型号<sku>这类大件会送货上门<close>
    售中 快递 查询单号 cha-xun-dan-hao 物流,到哪了 cxdh
      您的包裹由<courier>承运，单号<waybill>，可以在订单页点击查看物流<close>
      单号<waybill>显示已经到达<city>中转站，派件前快递员会联系您<close>
    售中 快递 物流停滞 wu-liu-ting-zhi 不动,卡住 wltz
      看到<waybill>在<city>停了一段时间，我已经联系<courier>网点核实，有结果马上回复您<close>
    售中 快递 指定快递 zhi-ding-kuai-di 顺丰,换快递 zdkd
      可以改发<courier>，需要补<number>元差价，拍下补差链接后告诉我就行<close>
    售中 优惠券 领取优惠券 ling-qu-you-hui-quan 券,红包 lqyhq
      点开店铺首页就能看到<number>元券，领取后下单自动抵扣，每个账号限领一张<close>
    售中 优惠券 券用不了 quan-yong-bu-liao 无法使用,不能用 qybl
      这张券要满<price>元才能用，并且不包含<event>的特价商品，您可以看一下使用条件<close>
    售中 购买流程 付款方式 fu-kuan-fang-shi 支付,分期 fkfs
      目前支持<payment>和银行卡付款，如果提示失败可以换一种方式再试一次<close>
    售中 购买流程 修改备注 xiu-gai-bei-zhu 留言,备注 xgbz
      已经帮您把备注改成<spec>，仓库会按备注发<product>，请您放心<close>
    售中 催付款 提醒付款 ti-xing-fu-kuan 未付款,待付 txfk
      您拍下的<product>还没有付款，库存只剩<number>件，喜欢的话可以先付款锁定<close>
    售中 结束语 感谢惠顾 gan-xie-hui-gu 再见,结束 gxhg
      感谢选择我们的<product>，收到后有任何问题都可以找客服<agent><close>
    售后 退换货 七天无理由 qi-tian-wu-li-you 退货,7天 qtwly
      <product>支持七天无理由退货，吊牌和包装完好、不影响再次销售就可以申请<close>
      签收后七天之内在订单页点申请退货，选无理由，地址会自动发给您<close>
    售后 退换货 换货流程 huan-huo-liu-cheng 换尺码,调换 hhlc
      在订单页选择换货并填写要换的<spec>，寄回后我们核对无误就给您重新发出<close>
    售后 退换货 退货地址 tui-huo-di-zhi 寄回,地址 thdz
      退货请寄<city>市退货仓，收件人售后部，纸条上写好订单号和型号<sku>，请不要到付<close>
    售后 退换货 质量问题 zhi-liang-wen-ti 坏了,故障,破损 zlwt
      收到有问题的<product>真的很抱歉，麻烦拍一下照片和型号<sku>的标签，我马上为您登记<close>
      如果是质量原因，来回运费由我们承担，您可以选择退货、换货或者维修<close>
    售后 退换货 少发漏发 shao-fa-lou-fa 缺件,配件 sflf
      我核对了出库记录，确实少了<product>的配件，现在就为您补发，单号稍后告诉您<close>
    售后 退换货 维修保养 wei-xiu-bao-yang 保修,修理 wxby
      <product>在保修期内可以免费检测，请连同保修卡一起寄到<city>维修点<close>
    售后 退款 退款进度 tui-kuan-jin-du 到账,多久 tkjd
      退款已经提交，款项会原路退回<payment>，到账时间以银行处理为准<close>
      仓库收到<product>验收以后会尽快为您退款，单号<waybill>我一直在跟进<close>
    售后 退款 仅退款 jin-tui-kuan 部分退款,补偿 jtk
      这种情况可以给您退<number>元，商品不用寄回，您看这样处理可以吗<close>
    售后 返差价 保价补差 bao-jia-bu-cha 降价,差价 bjbc
      <event>前后价格有变化的，可以在订单页申请保价，系统会把<number>元差额退给您<close>
    售后 返现 好评返现 hao-ping-fan-xian 晒图,评价 hpfx
      按照平台规定我们不做返现，您真实的评价就是对<product>最好的支持<close>
    售后 修改订单信息 修改地址 xiu-gai-di-zhi 改地址,电话 xgdz
      订单还没有出库，可以改到<city>，请把新的姓名、电话和详细地址一起发给我<close>
      包裹已经由<courier>揽收，只能联系快递转寄，我这就帮您申请改派<close>
    售后 修改订单信息 取消订单 qu-xiao-ding-dan 不要了,拍错 qxdd
      没有发出的订单可以直接点取消，<payment>的款项会自动退回<close>
    售后 修改订单信息 开具发票 kai-ju-fa-piao 抬头,税号 kjfp
      电子发票请提供抬头和税号，开好以后会发到您的邮箱，也可以在订单页下载<close>
    安抚 等待 耐心等待 nai-xin-deng-dai 稍等,抱歉 nxdd
      正在为您查询<product>的情况，需要几分钟，请您稍等一下，我不会离开<close>
    安抚 情绪 理解心情 li-jie-xin-qing 生气,着急 ljxq
      换作是我也会着急，这件事由我负责到底，今天<hour>点前一定给您一个明确的答复<close>
    投诉 升级 转接主管 zhuan-jie-zhu-guan 投诉,经理 zjzg
      您的问题我已经完整记录，型号<sku>，现在为您转给值班主管，请不要离开窗口<close>
    投诉 升级 投诉登记 tou-su-deng-ji 举报,反馈 tsdj
      投诉编号<waybill>已经登记，专员会在工作时间联系您，期间有新的情况可以直接发给我<close>
    """)

  /// The same in traditional Chinese, for customers from Taiwan and Hong Kong.
  static let traditional = list(
    """
    售中 發貨 發貨時間 fa-huo-shi-jian 什麼時候發,出貨 fhsj
      <product>付款後由<city>倉庫依訂單順序出貨，寄出後會發簡訊通知您<close>
    售後 退換貨 退換貨說明 tui-huan-huo-shuo-ming 退貨,換貨 thhsm
      收到<product>後如需退換，請保留完整包裝並聯絡客服，我們會協助您處理<close>
    售後 退款 退款進度 tui-kuan-jin-du 退費,到帳 tkjd
      退款會原路退回<payment>，實際入帳時間依銀行作業為準，請您耐心等候<close>
    """)
}
